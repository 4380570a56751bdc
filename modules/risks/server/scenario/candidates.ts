import type { Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { Generation } from '../../contract/scenario.ts'

/** What to propose scenarios for, as far as the caller's right reaches. */
export interface Wanted extends Pick<Generation, 'only' | 'combine' | 'depth'> {
  readonly units: readonly string[] | null
  readonly assets: readonly string[] | null
  readonly types: readonly string[] | null
}

/** Alike assets: one scenario stands for all of them. */
export interface AssetGroup {
  readonly type: string | null
  readonly unit: string | null
  /** Who answers for most of them. */
  readonly owner: string | null
  /** In order of their references. */
  readonly assets: readonly string[]
}

export const wantedAssets = (ctx: Ctx, { units, assets, types, only }: Wanted): RawBuilder<unknown> => sql`t.org_id = ${ctx.org.id} and t.archived_at is null
  and (${units}::uuid[] is null or t.unit = any(${units}::uuid[]))
  and (${assets}::uuid[] is null or t.id = any(${assets}::uuid[]))
  and (${types}::text[] is null or t.type = any(${types}::text[]))
  and (${only === 'all' || assets !== null} or t.key_asset)`

/** A group beyond this is told in several, so that a risk stays readable, and a list of risks light. */
const mostAlike = 100

/** The assets wanted, each with the number of its group of alike ones: same unit, type and value, or each by itself. */
export const groupedAssets = (ctx: Ctx, wanted: Wanted): RawBuilder<unknown> => {
  const alike = wanted.combine === 'alike' ? sql`t.type, t.unit, t.value` : sql`t.id`
  return sql`select g.*, dense_rank() over (order by g.alike, g.place / ${mostAlike}::int) as group_no from (
      select t.id, t.type, t.unit, t.owner, dense_rank() over (order by ${alike}) as alike, row_number() over (partition by ${alike} order by t.id) - 1 as place
      from asset t where ${wantedAssets(ctx, wanted)}) g`
}

export const countAssets = async (ctx: Ctx, wanted: Wanted): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from asset t where ${wantedAssets(ctx, wanted)}`.execute(ctx.tx)
  return rows[0]!.n
}

/** The assets in groups of alike ones; one statement. */
export const groupsOfAssets = async (ctx: Ctx, wanted: Wanted): Promise<AssetGroup[]> => {
  const { rows } = await sql<AssetGroup>`select min(type) as type, min(unit::text) as unit, mode() within group (order by owner) as owner, array_agg(id order by id) as assets
    from (${groupedAssets(ctx, wanted)}) a group by group_no order by group_no`.execute(ctx.tx)
  return rows
}

export const namesOf = async (ctx: Ctx, assets: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; name: string }>`select id, name from asset where org_id = ${ctx.org.id} and id = any(${assets}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map((r) => [r.id, r.name]))
}

export const pairKey = (asset: string, vulnerability: string, threat: string): string => `${asset} ${vulnerability} ${threat}`

/** What was proposed before, in whatever state it is now, and what stands in the register already, for the assets under a condition on `x.asset`. */
export const knownSql = (ctx: Ctx, condition: RawBuilder<unknown>): RawBuilder<unknown> => {
  const org = ctx.org.id
  return sql`
    select x.asset, x.vulnerability, x.threat from risk_scenario x where x.org_id = ${org} and ${condition}
    union select x.asset, s.vulnerability, s.threat from risk_scenario_asset x join risk_scenario s on s.org_id = x.org_id and s.id = x.scenario where x.org_id = ${org} and ${condition}
    union select x.asset, x.vulnerability, x.threat from risk x where x.org_id = ${org} and ${condition} and x.vulnerability is not null and x.threat is not null
    union select x.asset, r.vulnerability, r.threat from risk_further_asset x join risk r on r.org_id = x.org_id and r.id = x.risk
      where x.org_id = ${org} and ${condition} and r.vulnerability is not null and r.threat is not null`
}

export const knownPairs = async (ctx: Ctx, assets: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ asset: string; vulnerability: string; threat: string }>`${knownSql(ctx, sql`x.asset = any(${assets}::uuid[])`)}`.execute(ctx.tx)
  return new Set(rows.map((r) => pairKey(r.asset, r.vulnerability, r.threat)))
}

/** One generation at a time in an organisation, so that two do not propose the same. Held until the transaction ends. */
export const lockGeneration = async (ctx: Ctx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('risks.generate:' || ${ctx.org.id}, 0))`.execute(ctx.tx)
}
