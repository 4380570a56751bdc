import { approvals } from '@heng/approvals/contract'
import type { Composition } from '@heng/composition'
import { scenariosFor } from '@heng/content-knowledge'
import { risks } from '@heng/risks/contract'
import type { Member } from '../bench.ts'
import { jobDone } from '../quiet.ts'
import type { Random } from './random.ts'

const perCall = 1_000
const inParts = <T>(items: readonly T[]): T[][] => Array.from({ length: Math.ceil(items.length / perCall) }, (_, i) => items.slice(i * perCall, (i + 1) * perCall))

/**
 * Risks as people make them: criteria approved by top management, scenarios generated from the knowledge base for as
 * many assets as it takes, confirmed, rated, and some of them decided on. Answers with the ids of the risks.
 */
export const plantRisks = async (
  built: Composition, manager: Member, board: Member, random: Random, assets: readonly { id: string; type: string }[], count: number,
): Promise<string[]> => {
  const draft = await manager.call(risks.riskCriteria.propose, {})
  await manager.call(risks.riskCriteria.submit, { id: draft.id, version: draft.version })
  const { items } = await board.call(approvals.approval.list, { noun: 'riskCriteria', recordId: draft.id, state: 'open' })
  for (const { id } of items) await board.call(approvals.approval.decide, { id, decision: 'approve' })

  let expected = 0
  const chosen = assets.filter(({ type }) => expected < count && (expected += scenariosFor(type).length) > 0)
  for (const part of inParts(chosen)) await jobDone(manager, (await manager.call(risks.riskScenario.generate, { assets: part.map((a) => a.id), combine: 'none', depth: 'all' })).jobId)
  const { rows } = await built.kit.pool.query<{ id: string }>(`select id from risk_scenario where status = 'proposed' order by id limit ${count}`)

  const made: string[] = []
  for (const part of inParts(rows.map((r) => r.id))) {
    const confirmed = await manager.call(risks.riskScenario.confirm, { select: { ids: part } })
    // Ratings differ as they do in workshops: a thousand at a time, one in ten left open.
    const rated = confirmed.risks.filter(() => !random.chance(0.1))
    for (const impact of [1, 2, 3, 4, 5]) {
      const ids = rated.filter((_, i) => i % 5 === impact - 1)
      await manager.call(risks.risk.rateMany, { ids, basis: 'current', factors: { impact }, suggested: ['threat', 'exploitability'], rationale: '评估工作会' })
    }
    made.push(...confirmed.risks)
  }
  await manager.call(risks.risk.bulk, { ids: made.slice(0, 200), values: { option: 'reduce' } })
  return made
}
