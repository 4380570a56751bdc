import { deepFreeze } from '../freeze.ts'
import type { MethodDefinition } from '../schema.ts'
import { text } from '../text.ts'
import { fiveLevels, fivePoint } from './scales.ts'

// Both halves must hold for the whole to be high, so the default is the rounded geometric mean; 4 with 5 is raised
// to 5, otherwise a single cell in 25 would ever reach the top.
const both = [
  [1, 1, 2, 2, 2],
  [1, 2, 2, 3, 3],
  [2, 2, 3, 3, 4],
  [2, 3, 3, 4, 5],
  [2, 3, 4, 5, 5],
]

/**
 * GB/T 20984-2022: likelihood from threat and exploitability, loss from impact and asset value, risk from both, then
 * business risk. The standard gives the process and leaves the functions to the organisation: these tables are ours.
 */
export const gbt20984Process: MethodDefinition = deepFreeze({
  id: 'gbt20984-2022',
  version: '1.0.0',
  title: text('GB/T 20984-2022 process', 'GB/T 20984-2022 风险评估方法'),
  status: 'current',
  note: text(
    'The process is that of GB/T 20984-2022; the tables are the organisation’s to set. Those here are Heng’s ' +
      'defaults, not the standard’s: adopt or adapt them in your risk criteria. Likelihood and loss are rounded ' +
      'geometric means, with 4 and 5 together giving 5. Risk weighs loss a little more than likelihood. Business ' +
      'importance 1 lowers the risk by one level, 2 and 3 keep it, 4 and 5 raise it by one. Where the asset value ' +
      'already takes in business importance, leave that factor out here, or it counts twice.',
    '过程依据 GB/T 20984-2022；计算用表由组织自行确定。这里是衡的默认表，并非标准给出的表，请在风险准则中采用或调整。' +
      '可能性和损失取几何平均并四舍五入，4 与 5 组合取 5；风险表对损失略为侧重。业务重要性为 1 时风险降一级，2、3 时不变，' +
      '4、5 时升一级。资产价值若已计入业务重要性，此处不要再填该项，以免重复计算。',
  ),
  factors: [
    fivePoint('asset', text('Asset value', '资产价值')),
    fivePoint('threat', text('Threat (capability and frequency)', '威胁赋值（能力和频率）')),
    fivePoint('exploitability', text('Exploitability of the vulnerability', '脆弱性被利用难易程度（值越大越易被利用）')),
    fivePoint('impact', text('Impact on the asset through the vulnerability', '脆弱性对资产的影响程度')),
    { ...fivePoint('businessImportance', text('Business importance', '业务重要性')), optional: true },
  ],
  levels: fiveLevels,
  stages: [
    { kind: 'table', id: 'likelihood', title: text('Likelihood', '可能性'), rows: 'threat', columns: 'exploitability', cells: both },
    { kind: 'table', id: 'loss', title: text('Loss', '损失'), rows: 'impact', columns: 'asset', cells: both },
    {
      kind: 'table',
      id: 'risk',
      title: text('Risk to the system asset', '系统资产风险'),
      rows: 'likelihood',
      columns: 'loss',
      cells: [
        [1, 1, 2, 2, 3],
        [1, 2, 2, 3, 3],
        [1, 2, 3, 3, 4],
        [2, 3, 3, 4, 5],
        [2, 3, 4, 5, 5],
      ],
    },
    {
      kind: 'table',
      id: 'businessRisk',
      title: text('Business risk', '业务风险'),
      rows: 'risk',
      columns: 'businessImportance',
      cells: [
        [1, 1, 1, 2, 2],
        [1, 2, 2, 3, 3],
        [2, 3, 3, 4, 4],
        [3, 4, 4, 5, 5],
        [4, 5, 5, 5, 5],
      ],
    },
  ],
  axes: { likelihood: 'likelihood', impact: 'loss' },
})
