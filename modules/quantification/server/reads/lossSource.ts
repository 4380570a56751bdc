import type { AnnualLoss, LossQuestion, LossSource } from '@heng/risks/reads'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Figures, Results, RunResults } from '../../contract/index.ts'
import { moneyOf } from '../model/money.ts'
import { told } from './told.ts'

const kept = [50, 90, 95, 99] as const

/**
 * The loss that is exceeded only with a chance of 100 − percentile percent: one that is kept, or the smallest of the exceedance curve whose chance is no
 * higher; null where the curve does not reach so far.
 */
export const lossAt = (figures: Figures, percentile: number): number | null => {
  const known = kept.find((p) => p === percentile)
  if (known !== undefined) return figures[`p${known}`]
  const chance = 1 - percentile / 100
  return figures.exceedance.find(({ probability }) => probability <= chance)?.loss ?? null
}

const minor = (major: number | null, currency: string): number | null => moneyOf(major, currency)?.minor ?? null

const lossOf = (figures: Figures, { percentile, currency }: LossQuestion): AnnualLoss => ({
  expected: minor(figures.mean, currency), extreme: minor(lossAt(figures, percentile), currency),
})

/** With today's controls, where everything about them is assessed. One statement. */
const losses = async (ctx: Ctx, risks: readonly string[], about: LossQuestion): Promise<ReadonlyMap<string, AnnualLoss>> => {
  const { rows } = await sql<{ risk: string; current: Results['bases']['current'] }>`select risk, results -> 'bases' -> 'current' as current from quantification
    where org_id = ${ctx.org.id} and archived_at is null and currency = ${about.currency} and results is not null and risk = any(${risks}::uuid[])`.execute(ctx.tx)
  return new Map(rows.filter(({ current }) => current.open.length === 0).map(({ risk, current }) => [risk, lossOf(current.worst, about)]))
}

/** By the latest run over everything. One statement. */
const together = async (ctx: Ctx, about: LossQuestion): Promise<AnnualLoss | null> => {
  const { rows } = await sql<{ current: RunResults['current']['portfolio']; open: number }>`select results -> 'current' -> 'portfolio' as current, (results -> 'open' ->> 'current')::int as open
    from loss_run where org_id = ${ctx.org.id} and archived_at is null and state = 'done' and unit is null and frozen ->> 'currency' = ${about.currency}
    order by started_at desc, id desc limit 1`.execute(ctx.tx)
  const [row] = rows
  return row === undefined || row.open > 0 ? null : lossOf(row.current, about)
}

/** What this room knows for whoever sets limits in money, and for pages that tell what risks cost. */
export const lossSource: LossSource = { losses, together, told }
