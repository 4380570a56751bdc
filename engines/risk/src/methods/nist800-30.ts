import { deepFreeze } from '../freeze.ts'
import type { MethodDefinition } from '../schema.ts'
import { text } from '../text.ts'
import { fiveLevels, fivePoint } from './scales.ts'

/** The names of NIST SP 800-30 Rev. 1, which calls the middle one moderate. */
const levels = fiveLevels.map((level) => (level.id === 'M' ? { ...level, title: text('Moderate', '中等') } : level))

/** NIST SP 800-30 Rev. 1, Table I-2: overall likelihood by level of impact; values 1–5 or VL, L, M, H, VH. */
export const nist80030: MethodDefinition = deepFreeze({
  id: 'nist800-30',
  version: '1.0.0',
  title: text('NIST SP 800-30 Rev. 1', 'NIST SP 800-30（第 1 次修订）'),
  status: 'current',
  note: text(
    'Table I-2 of NIST SP 800-30 Rev. 1 (public domain). Likelihood is the overall one: the event occurs and does harm.',
    '采用 NIST SP 800-30 Rev. 1 表 I-2（公有领域）。可能性指综合可能性：事件发生且造成不利影响。',
  ),
  factors: [fivePoint('likelihood', text('Overall likelihood', '综合可能性'), levels), fivePoint('impact', text('Level of impact', '影响程度'), levels)],
  levels,
  stages: [
    {
      kind: 'table',
      id: 'risk',
      title: text('Level of risk', '风险等级'),
      rows: 'likelihood',
      columns: 'impact',
      cells: [
        [1, 1, 1, 2, 2],
        [1, 2, 2, 2, 3],
        [1, 2, 3, 3, 4],
        [1, 2, 3, 4, 5],
        [1, 2, 3, 4, 5],
      ],
    },
  ],
  axes: { likelihood: 'likelihood', impact: 'impact' },
})
