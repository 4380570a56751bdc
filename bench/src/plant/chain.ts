import type { Composition } from '@heng/composition'
import { controls } from '@heng/controls/contract'
import { risks } from '@heng/risks/contract'
import type { Member } from '../bench.ts'
import type { Random } from './random.ts'

const perCall = 1_000
/** Risks of one scenario rest on the same controls; so many share them. */
const alike = 500
const each = 3

/**
 * What lets a test of a control move a risk: controls that are in operation, three of them against each risk, what each takes off, and the rating without
 * any of them. All by the verbs that people use.
 */
export const plantChain = async (built: Composition, manager: Member, random: Random, orgId: string, riskIds: readonly string[]): Promise<void> => {
  const { rows } = await built.kit.pool.query<{ id: string }>(`select id from control where org_id = $1 and archived_at is null order by id`, [orgId])
  const ids = rows.map((r) => r.id)
  await manager.call(controls.control.bulk, { ids, values: { state: 'implemented' } })
  const rated = (await built.kit.pool.query<{ id: string }>(`select id from risk where org_id = $1 and current is not null and inherent is null order by id`, [orgId])).rows.map((r) => r.id)
  for (let from = 0; from < rated.length; from += perCall) {
    await manager.call(risks.risk.rateMany, { ids: rated.slice(from, from + perCall), basis: 'inherent', factors: { impact: 5 }, suggested: ['threat', 'exploitability'], rationale: '未计控制措施' })
  }
  for (let from = 0; from < riskIds.length; from += alike) {
    const chosen = [...new Set(Array.from({ length: each }, () => random.pick(ids)))]
    await manager.call(risks.risk.bulk, {
      ids: riskIds.slice(from, from + alike),
      values: {
        existingControls: chosen,
        controlEffects: chosen.map((control, i) => ({ control, reductions: [{ target: i === 0 ? 'impact' : 'likelihood', steps: 1 }], frequency: 40, magnitude: i === 0 ? 30 : 0 })),
      },
    })
  }
}
