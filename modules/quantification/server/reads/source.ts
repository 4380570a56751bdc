import type { AnnualLoss, LossQuestion, LossSource } from '@heng/risks/reads'
import { emit, type Ctx, type Subscription } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { digitsOf } from '../model/money.ts'

const told: Readonly<Record<number, string>> = { 50: 'p50', 90: 'p90', 95: 'p95', 99: 'p99' }

/**
 * The loss at a percentile out of figures in JSON, in major units. Percentiles that figures do not name are read from their curve: its first
 * point that is exceeded rarely enough, so never less than the true one.
 */
const atPercentile = (figures: RawBuilder<unknown>, percentile: number): RawBuilder<unknown> => {
  const named = told[percentile]
  if (named !== undefined) return sql`(${figures} ->> ${sql.lit(named)})::float8`
  return sql`(select min((e ->> 'loss')::float8) from jsonb_array_elements(${figures} -> 'exceedance') e where (e ->> 'probability')::float8 <= ${1 - percentile / 100}::float8)`
}

interface Row {
  readonly expected: number | null
  readonly extreme: number | null
}

const minor = ({ expected, extreme }: Row, currency: string): AnnualLoss => {
  const whole = (major: number | null) => (major === null ? null : Math.round(major * 10 ** digitsOf(currency)))
  return { expected: whole(expected), extreme: whole(extreme) }
}

/** Losses as they stood when last simulated, with today's controls; where something about them is not assessed, there are none. One statement. */
const losses = async (ctx: Ctx, risks: readonly string[], { percentile, currency }: LossQuestion): Promise<ReadonlyMap<string, AnnualLoss>> => {
  const worst = sql`(q.results #> '{bases,current,worst}')`
  const { rows } = await sql<Row & { risk: string }>`select q.risk, (${worst} ->> 'mean')::float8 as expected, ${atPercentile(worst, percentile)} as extreme from quantification q
    where q.org_id = ${ctx.org.id} and q.archived_at is null and q.currency = ${currency} and q.risk = any(${risks}::uuid[]) and q.results #> '{bases,current,open}' = '[]'::jsonb`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.risk, minor(row, currency)]))
}

/** All risks together, by the latest run over the whole organisation; null before there is one, or where controls of it were not assessed. */
const together = async (ctx: Ctx, { percentile, currency }: LossQuestion): Promise<AnnualLoss | null> => {
  const portfolio = sql`(r.results #> '{current,portfolio}')`
  const { rows } = await sql<Row & { open: number; currency: string }>`select (${portfolio} ->> 'mean')::float8 as expected, ${atPercentile(portfolio, percentile)} as extreme,
      (r.results #>> '{open,current}')::int as open, r.frozen ->> 'currency' as currency
    from loss_run r where r.org_id = ${ctx.org.id} and r.archived_at is null and r.state = 'done' and r.unit is null order by r.started_at desc, r.id desc limit 1`.execute(ctx.tx)
  const row = rows[0]
  return row === undefined || row.open > 0 || row.currency !== currency ? null : minor(row, currency)
}

/** What limits in money are held against. */
export const lossSource: LossSource = { losses, together }

/** Tells whoever holds limits against losses which risks to look at again. */
export const lossTellers: readonly Subscription[] = ['created', 'updated', 'archived', 'restored'].map((verb) => ({
  name: `quantification.tell.${verb}`, event: `quantification.${verb}`,
  handle: async (ctx, { payload }) => {
    const { ids = [] } = payload as { ids?: readonly string[] }
    const { rows } = await sql<{ risk: string }>`select distinct risk from quantification where org_id = ${ctx.org.id} and id = any(${ids}::uuid[])`.execute(ctx.tx)
    if (rows.length > 0) await emit(ctx, 'risk.lossesMoved', { ids: rows.map((r) => r.risk) })
  },
}))
