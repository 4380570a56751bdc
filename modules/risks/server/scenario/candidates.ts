import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface Wanted {
  readonly units: readonly string[] | null
  readonly assets: readonly string[] | null
  readonly types: readonly string[] | null
}

export interface AssetRow {
  readonly id: string
  readonly name: string
  readonly type: string | null
  readonly unit: string | null
  readonly owner: string | null
}

const narrowed = (ctx: Ctx, { units, assets, types }: Wanted) => sql`org_id = ${ctx.org.id} and archived_at is null
  and (${units}::uuid[] is null or unit = any(${units}::uuid[]))
  and (${assets}::uuid[] is null or id = any(${assets}::uuid[]))
  and (${types}::text[] is null or type = any(${types}::text[]))`

export const countAssets = async (ctx: Ctx, wanted: Wanted): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from asset where ${narrowed(ctx, wanted)}`.execute(ctx.tx)
  return rows[0]!.n
}

/** The next assets in order of id. */
export const assetsAfter = async (ctx: Ctx, wanted: Wanted, after: string | null, limit: number): Promise<AssetRow[]> => {
  const { rows } = await sql<AssetRow>`select id, name, type, unit, owner from asset
    where ${narrowed(ctx, wanted)} and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${limit}`.execute(ctx.tx)
  return rows
}

export const pairKey = (asset: string, vulnerability: string, threat: string): string => `${asset} ${vulnerability} ${threat}`

/** What was proposed before, in whatever state it is now, and what stands in the register already. */
export const knownPairs = async (ctx: Ctx, assets: readonly string[]): Promise<Set<string>> => {
  const { rows } = await sql<{ asset: string; vulnerability: string; threat: string }>`
    select asset, vulnerability, threat from risk_scenario where org_id = ${ctx.org.id} and asset = any(${assets}::uuid[])
    union select asset, vulnerability, threat from risk
      where org_id = ${ctx.org.id} and asset = any(${assets}::uuid[]) and vulnerability is not null and threat is not null`.execute(ctx.tx)
  return new Set(rows.map((r) => pairKey(r.asset, r.vulnerability, r.threat)))
}

/** One generation at a time in an organisation, so that two do not propose the same. Held until the transaction ends. */
export const lockGeneration = async (ctx: Ctx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('risks.generate:' || ${ctx.org.id}, 0))`.execute(ctx.tx)
}
