import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

const most = 4_000

/** Days of change in the organisation's time zone: each is one look into the index, whatever happened on it. One statement. */
export const days = async ({ tx, org, now }: Ctx) => {
  const midnight = sql`((((d.at at time zone ${org.timezone})::date + 1)::timestamp) at time zone ${org.timezone})`
  const { rows } = await sql<{ first: string | null; days: string[] | null }>`
    with recursive d(at) as (
      (select valid_from from history where org_id = ${org.id} order by valid_from limit 1)
      union all
      select (select h.valid_from from history h where h.org_id = ${org.id} and h.valid_from >= ${midnight} order by h.valid_from limit 1) from d where d.at is not null
    )
    select min(at) as first, (select array_agg(day order by day) from (select (x.at at time zone ${org.timezone})::date::text as day from d x where x.at is not null order by x.at desc limit ${most}) l) as days from d`.execute(tx)
  return { first: rows[0]?.first ?? null, now: now.toISOString(), days: rows[0]?.days ?? [] }
}
