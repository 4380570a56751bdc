import { lossesOf } from '@heng/risks/reads'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { resolver } from '../../rules/resolve.ts'
import { settleBreaches } from '../breach/settle.ts'
import { statementInForce } from '../statement/inForce.ts'
import { riskFacts, type Which } from './facts.ts'
import { placeOf, subjectOf } from './place.ts'
import { unitPaths } from './units.ts'
import { dropPositions, writePositions } from './write.ts'

export interface Checked {
  readonly seen: number
  readonly moved: number
  readonly opened: number
  readonly closed: number
  /** Highest id seen, to go on from; null when there was nothing. */
  readonly last: string | null
}

/** One check of an organisation at a time: two would open the same breach. */
const alone = async (ctx: Ctx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`appetite ${ctx.org.id}`}, 0))`.execute(ctx.tx)
}

/**
 * Holds risks against the statement in force: writes the positions that moved, opens breaches of those beyond tolerance,
 * closes those of risks that are back, and opens again what is no longer answered. The number of statements does not depend on the number of risks.
 */
export const check = async (ctx: Ctx, which: Which): Promise<Checked> => {
  await alone(ctx)
  const statement = await statementInForce(ctx)
  const facts = await riskFacts(ctx, which)
  const live = facts.filter((risk) => risk.live && statement !== null)
  const about = { percentile: statement?.percentile ?? 0, currency: statement?.currency ?? '' }
  const inMoney = (statement?.lines ?? []).some((line) => line.expected !== null || line.extreme !== null) || statement?.together.expected != null
  const losses = live.length > 0 && inMoney ? await lossesOf(ctx, live.map((r) => r.id), about) : new Map<string, never>()
  const units = live.length > 0 ? await unitPaths(ctx) : () => []
  const resolve = resolver(statement?.lines ?? [])
  const places = live.map((risk) => placeOf(risk, resolve(subjectOf(risk, units)), losses.get(risk.id)))
  const moved = await writePositions(ctx, places, about.currency)
  const gone = facts.filter((risk) => !risk.live || statement === null)
  await dropPositions(ctx, gone.filter((r) => r.position !== null).map((r) => r.id))
  const { opened, closed } = await settleBreaches(ctx, statement, places, gone)
  return { seen: facts.length, moved, opened, closed, last: facts.at(-1)?.id ?? null }
}
