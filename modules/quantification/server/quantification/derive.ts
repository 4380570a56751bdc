import { notFound } from '@heng/contract'
import type { Ctx, Draft } from '@heng/server-kit'
import { riskFacts } from '@heng/risks/reads'
import type { LossModel, Results } from '../../contract/index.ts'
import { defaultYears } from '../../contract/index.ts'
import { reductionsOf } from '../chain/reductions.ts'
import { freeze, hashOf } from '../model/hash.ts'
import { moneyOf } from '../model/money.ts'
import { readModel } from '../model/read.ts'

/** A seed of its own for each risk would change nothing: streams are named by the risk, too. */
const firstSeed = 1

/** Expected loss where everything about it is assessed. */
const known = (results: Results | null, basis: 'current' | 'planned', of: 'mean' | 'p95'): number | null => {
  const found = results?.bases[basis]
  return found === undefined || found.open.length > 0 ? null : found.worst[of]
}

/** Fills what follows: name, owner and unit from the risk; the state of the figures from what they were computed from and what holds today. */
export const derive = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const ids = [...new Set(drafts.map(({ after }) => after.risk as string))]
  const facts = await riskFacts(ctx, ids)
  const reductions = await reductionsOf(ctx, ids)
  for (const { before, after } of drafts) {
    const risk = facts.get(after.risk as string)
    if (risk === undefined) throw notFound('risk')
    Object.assign(after, { title: risk.title, owner: risk.owner, unit: risk.unit })
    after.currency ??= ctx.org.currency
    after.years ??= defaultYears
    after.seed ??= firstSeed
    if (before === null || before.model !== after.model) after.model = readModel(after.model, ctx.locale)
    const results = after.results as Results | null
    const currency = after.currency as string
    after.inputsHash = hashOf(freeze({
      id: risk.id, currency, model: after.model as LossModel, reductions: reductions.get(risk.id) ?? [], years: after.years as number, seed: after.seed as number,
    }))
    after.state = results === null ? 'notSimulated' : results.hash === after.inputsHash ? 'fresh' : 'outdated'
    Object.assign(after, {
      inherentLoss: moneyOf(results?.bases.inherent.worst.mean ?? null, currency), currentLoss: moneyOf(known(results, 'current', 'mean'), currency),
      valueAtRisk: moneyOf(known(results, 'current', 'p95'), currency), plannedLoss: moneyOf(known(results, 'planned', 'mean'), currency),
      simulatedAt: results?.at ?? null, engineVersion: results?.inputs.engineVersion ?? null,
    })
  }
}
