import type { Money } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { dayIn } from '../risk/dates.ts'
import type { Period } from './period.ts'

export interface TreatmentProgress {
  /** Measures by state; cancelled ones are counted by themselves and nowhere else. */
  readonly byState: Readonly<Record<'planned' | 'inProgress' | 'done' | 'verified' | 'cancelled', number>>
  readonly overdue: number
  /** Finished within the period. */
  readonly finished: number
  /** Costs of measures that were not cancelled, by currency: all of them, and those of finished ones. */
  readonly costs: readonly { readonly planned: Money; readonly finished: Money }[]
  readonly withoutCost: number
  /** Open risks for whose treatment nobody has chosen an option. */
  readonly undecided: number
  /** Open risks by option. */
  readonly byOption: Readonly<Record<'avoid' | 'reduce' | 'transfer' | 'retain', number>>
}

interface Row {
  readonly states: Record<string, number> | null
  readonly overdue: number
  readonly finished: number
  readonly costs: { currency: string; planned: number; finished: number }[] | null
  readonly without: number
  readonly options: Record<string, number> | null
}

/** How far treatment has come, as far as the organisation as a whole is concerned. One statement. */
export const treatmentProgress = async (ctx: Ctx, { from, to }: Period): Promise<TreatmentProgress> => {
  const org = ctx.org.id
  const { rows } = await sql<Row>`
    with m as materialized (select state, due, cost_minor, cost_currency, done_at from treatment_measure where org_id = ${org} and archived_at is null)
    select (select json_object_agg(state, n) from (select state, count(*)::int as n from m group by 1) x) as states,
      (select count(*)::int from m where state in ('planned', 'inProgress') and due < ${dayIn(ctx.now, ctx.org.timezone)}::date) as overdue,
      (select count(*)::int from m where state in ('done', 'verified') and (done_at at time zone ${ctx.org.timezone})::date between ${from}::date and ${to}::date) as finished,
      (select json_agg(json_build_object('currency', c, 'planned', p, 'finished', f) order by c) from (
        select cost_currency as c, sum(cost_minor)::float8 as p, coalesce(sum(cost_minor) filter (where state in ('done', 'verified')), 0)::float8 as f
        from m where state <> 'cancelled' and cost_minor is not null group by 1) x) as costs,
      (select count(*)::int from m where state <> 'cancelled' and cost_minor is null) as without,
      (select json_object_agg(option, n) from (
        select coalesce(option, '-') as option, count(*)::int as n from risk where org_id = ${org} and archived_at is null and status = 'open' group by 1) x) as options`.execute(ctx.tx)
  const { states, overdue, finished, costs, without, options } = rows[0]!
  const of = (counts: Record<string, number> | null, key: string): number => counts?.[key] ?? 0
  return {
    byState: { planned: of(states, 'planned'), inProgress: of(states, 'inProgress'), done: of(states, 'done'), verified: of(states, 'verified'), cancelled: of(states, 'cancelled') },
    overdue, finished, withoutCost: without, undecided: of(options, '-'),
    costs: (costs ?? []).map((c) => ({ planned: { minor: c.planned, currency: c.currency }, finished: { minor: c.finished, currency: c.currency } })),
    byOption: { avoid: of(options, 'avoid'), reduce: of(options, 'reduce'), transfer: of(options, 'transfer'), retain: of(options, 'retain') },
  }
}
