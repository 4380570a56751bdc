import { rowset, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface Measured {
  readonly indicator: string
  /** ISO 8601 with its offset. */
  readonly at: string
  readonly value: number
  readonly note: string | null
}
export type Via = 'hand' | 'api' | 'import'

export interface Kept {
  readonly indicator: string
  readonly at: string
  readonly value: number
  readonly note: string | null
  /** Null where there was none at this instant. */
  readonly was: number | null
}

const columns = [{ name: 'indicator', type: 'uuid' }, { name: 'at', type: 'timestamptz' }, { name: 'value', type: 'double precision' }, { name: 'note', type: 'text' }]

/** Writes what is new or other than before; what is there already stays untouched and is not answered. One statement. */
export const keep = async (ctx: Ctx, rows: readonly Measured[], via: Via): Promise<Kept[]> => {
  const { rows: kept } = await sql<Kept>`
    with given as materialized (select indicator, at, value, note from ${rowset(columns, rows.map((r) => ({ ...r })))}),
    old as (
      select m.indicator, m.at, m.value, m.note from indicator_measurement m join given g on g.indicator = m.indicator and g.at = m.at where m.org_id = ${ctx.org.id} for update of m
    ), fresh as (
      select g.*, o.value as was from given g left join old o on o.indicator = g.indicator and o.at = g.at
      where o.indicator is null or o.value <> g.value or o.note is distinct from g.note
    ), written as (
      insert into indicator_measurement (org_id, indicator, at, value, note, via, person)
      select ${ctx.org.id}, indicator, at, value, note, ${via}, ${ctx.caller.personId} from fresh
      on conflict (org_id, indicator, at) do update set value = excluded.value, note = excluded.note, via = excluded.via, person = excluded.person
    )
    select indicator, to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, value, note, was from fresh order by indicator, at`.execute(ctx.tx)
  return kept
}

export interface Last {
  readonly indicator: string
  readonly at: string
  readonly value: number
}

/** The last measurement of each of these indicators. One statement. */
export const lastOf = async (ctx: Ctx, indicators: readonly string[]): Promise<Map<string, Last>> => {
  const { rows } = await sql<Last>`select i.id as indicator, to_char(m.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, m.value
    from unnest(${indicators}::uuid[]) as i(id) cross join lateral (
      select at, value from indicator_measurement m where m.org_id = ${ctx.org.id} and m.indicator = i.id order by at desc limit 1) m`.execute(ctx.tx)
  return new Map(rows.map((r) => [r.indicator, r]))
}

export interface Told {
  readonly at: string
  readonly value: number
  readonly note: string | null
  readonly via: Via
  readonly by: string | null
}

/** Measurements of one indicator, the latest first. */
export const measurementsOf = async (ctx: Ctx, indicator: string, before: string | null, limit: number): Promise<Told[]> => {
  const { rows } = await sql<Told>`select to_char(m.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, m.value, m.note, m.via, p.name as by
    from indicator_measurement m left join person p on p.org_id = m.org_id and p.id = m.person
    where m.org_id = ${ctx.org.id} and m.indicator = ${indicator} and (${before}::timestamptz is null or m.at < ${before}::timestamptz)
    order by m.at desc limit ${limit}`.execute(ctx.tx)
  return rows
}
