import { deepFreeze } from '../freeze.ts'
import type { MethodDefinition } from '../schema.ts'
import { text } from '../text.ts'
import { fiveLevels, fivePoint } from './scales.ts'

/**
 * ISO/IEC 27005:2022, the five-by-five example of its annex on techniques: likelihood by consequence, which is called
 * impact as in every other method, so that a page never says both.
 */
export const iso27005Grid: MethodDefinition = deepFreeze({
  id: 'iso27005-5x5',
  version: '1.0.0',
  title: text('ISO/IEC 27005:2022 five by five', 'ISO/IEC 27005:2022 5×5 矩阵'),
  status: 'current',
  note: text(
    'The grid is the standard’s example (GB/T 31722-2025 is the Chinese edition). The standard asks each organisation ' +
      'to set its own criteria: take this one as a start. What the standard calls consequence is called impact here.',
    '此表为标准给出的示例（中文版为 GB/T 31722-2025）。标准要求组织自行确定风险准则，此表可作为起点。标准中的“后果”在此称为“影响”。',
  ),
  factors: [
    fivePoint('likelihood', text('Likelihood', '可能性'), [
      { value: 1, id: 'very-unlikely', title: text('Very unlikely', '极不可能') },
      { value: 2, id: 'unlikely', title: text('Unlikely', '不太可能') },
      { value: 3, id: 'rather-likely', title: text('Rather likely', '较有可能') },
      { value: 4, id: 'likely', title: text('Likely', '很可能') },
      { value: 5, id: 'almost-certain', title: text('Almost certain', '几乎肯定') },
    ]),
    fivePoint('consequence', text('Impact', '影响'), [
      { value: 1, id: 'minor', title: text('Minor', '轻微') },
      { value: 2, id: 'significant', title: text('Significant', '明显') },
      { value: 3, id: 'serious', title: text('Serious', '严重') },
      { value: 4, id: 'critical', title: text('Critical', '危急') },
      { value: 5, id: 'catastrophic', title: text('Catastrophic', '灾难性') },
    ]),
  ],
  levels: fiveLevels,
  stages: [
    {
      kind: 'table',
      id: 'risk',
      title: text('Risk', '风险'),
      rows: 'likelihood',
      columns: 'consequence',
      cells: [
        [1, 1, 2, 2, 2],
        [1, 2, 2, 3, 3],
        [2, 2, 3, 4, 4],
        [2, 3, 4, 4, 5],
        [3, 4, 4, 5, 5],
      ],
    },
  ],
  axes: { likelihood: 'likelihood', impact: 'consequence' },
})
