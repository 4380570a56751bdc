import { deepFreeze } from '../freeze.ts'
import type { MethodDefinition } from '../schema.ts'
import { text } from '../text.ts'
import { fiveLevels, fivePoint } from './scales.ts'

function matrix(version: string, likelihoodBands: number[]): MethodDefinition {
  return deepFreeze({
    id: 'gbt20984-matrix',
    version,
    title: text('GB/T 20984-2007 matrix method', 'GB/T 20984-2007 矩阵法'),
    status: 'legacy',
    note: text(
      'Tables and band edges of the worked example in the annex of GB/T 20984-2007, replaced by the 2022 edition. ' +
        `Sources disagree on the edges of the likelihood bands; this version uses ${likelihoodBands.join(', ')}. ` +
        'Version 1.0.0 is the default, version 1.0.0-bands-17-23 the other reading; 8 of the 125 inputs end on ' +
        'another level. Compare with a copy of the standard before choosing.',
      '采用 GB/T 20984-2007 附录示例的表和分档，该标准已被 2022 版代替。各来源对可能性分档的上限说法不一，' +
        `本版本为 ${likelihoodBands.join('、')}。1.0.0 版为默认，1.0.0-bands-17-23 版为另一种说法，125 种输入中有 8 种最终等级不同。` +
        '选用前请对照标准原文。',
    ),
    factors: [
      fivePoint('asset', text('Asset value', '资产价值')),
      fivePoint('threat', text('Threat frequency', '威胁出现频率')),
      fivePoint('vulnerability', text('Severity of the vulnerability', '脆弱性严重程度')),
    ],
    levels: fiveLevels,
    stages: [
      {
        kind: 'table',
        id: 'likelihood',
        title: text('Likelihood of a security event', '安全事件发生的可能性'),
        rows: 'threat',
        columns: 'vulnerability',
        cells: [
          [2, 4, 7, 11, 14],
          [3, 6, 10, 13, 17],
          [5, 9, 12, 16, 20],
          [7, 11, 14, 18, 22],
          [8, 12, 17, 20, 25],
        ],
        bands: likelihoodBands,
      },
      {
        kind: 'table',
        id: 'loss',
        title: text('Loss from a security event', '安全事件造成的损失'),
        rows: 'asset',
        columns: 'vulnerability',
        cells: [
          [2, 4, 6, 10, 13],
          [3, 5, 9, 12, 16],
          [4, 7, 11, 15, 20],
          [5, 8, 14, 19, 22],
          [6, 10, 16, 21, 25],
        ],
        bands: [5, 10, 15, 20, 25],
      },
      {
        kind: 'table',
        id: 'risk',
        title: text('Risk', '风险'),
        rows: 'loss',
        columns: 'likelihood',
        cells: [
          [3, 6, 9, 12, 16],
          [5, 8, 11, 15, 18],
          [6, 9, 13, 17, 21],
          [7, 11, 16, 20, 23],
          [9, 14, 20, 23, 25],
        ],
        bands: [6, 12, 18, 23, 25],
      },
    ],
    axes: { likelihood: 'likelihood', impact: 'loss' },
  })
}

/** GB/T 20984-2007 matrix method, likelihood bands up to 5, 11, 16, 21, 25 (default). */
export const gbt20984Matrix: MethodDefinition = matrix('1.0.0', [5, 11, 16, 21, 25])

/** The same with likelihood bands up to 5, 11, 17, 23, 25, as some public implementations have them. */
export const gbt20984MatrixAlternative: MethodDefinition = matrix('1.0.0-bands-17-23', [5, 11, 17, 23, 25])
