import { textSql, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { dayIn } from '../risk/dates.ts'
import type { Period } from './period.ts'

export interface AcceptanceTold {
  readonly reference: string
  readonly title: string
  readonly level: number | null
  /** Whoever decided last, or whose risk it is. */
  readonly by: string | null
  readonly validUntil: string | null
}

export interface AcceptanceStanding {
  /** Accepted within the period, of any state today. */
  readonly given: number
  readonly inForce: number
  /** In force, with an end within the days asked about. */
  readonly ending: number
  readonly endingFirst: readonly AcceptanceTold[]
  /** Ended or reopened within the period. */
  readonly ended: number
  /** Given by the owner and waiting for top management. */
  readonly escalated: number
  readonly escalatedFirst: readonly AcceptanceTold[]
}

/** What was accepted and what runs out within so many days; lists of at most `most`, the earliest end and the highest level first. One statement. */
export const acceptanceStanding = async (ctx: Ctx, { from, to }: Period, days: number, most: number): Promise<AcceptanceStanding> => {
  const today = dayIn(ctx.now, ctx.org.timezone)
  const within = (column: string) => sql`(${sql.ref(column)} at time zone ${ctx.org.timezone})::date between ${from}::date and ${to}::date`
  const told = sql`json_build_object('reference', x.reference, 'title', x.title, 'level', x.level, 'by', x.by, 'validUntil', x.valid_until)`
  const { rows } = await sql<AcceptanceStanding>`
    with a as materialized (
      select t.id, t.reference, ${textSql(ctx.locale, 't', 'title')} as title, t.level, t.state, t.authority, t.valid_until, t.decided_at, t.updated_at,
        (select p.name from person p where p.org_id = t.org_id and p.id = coalesce(t.countersigned_by, t.decided_by, t.owner)) as by
      from risk_acceptance t where t.org_id = ${ctx.org.id} and t.archived_at is null
    ), ending as materialized (select * from a where state = 'accepted' and valid_until <= ${today}::date + ${days}::int
    ), escalated as materialized (select * from a where state = 'escalated' and authority = 'topManagement')
    select (select count(*)::int from a where state in ('accepted', 'expired', 'reopened', 'replaced') and ${within('a.decided_at')}) as given,
      (select count(*)::int from a where state = 'accepted') as "inForce",
      (select count(*)::int from ending) as ending,
      coalesce((select json_agg(${told}) from (select * from ending order by valid_until, id limit ${most}) x), '[]') as "endingFirst",
      (select count(*)::int from a where state in ('expired', 'reopened') and ${within('a.updated_at')}) as ended,
      (select count(*)::int from escalated) as escalated,
      coalesce((select json_agg(${told}) from (select * from escalated order by level desc nulls last, id limit ${most}) x), '[]') as "escalatedFirst"`.execute(ctx.tx)
  return rows[0]!
}
