import { reachCondition, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset } from '../asset/register.ts'
import type { Identifier } from './normalise.ts'

// In the midst of a large import the database knows little about these tables and joins them the wrong way round: a
// thousand lookups then walk all identifiers a thousand times. `lateral … offset 0` has each looked up by its index.

export interface Held extends Identifier {
  readonly asset: string
}

/** Which assets, active or not, have these identifiers. One statement. */
export const holdersOf = async (ctx: Ctx, identifiers: readonly Identifier[]): Promise<readonly Held[]> => {
  if (identifiers.length === 0) return []
  const { rows } = await sql<Held>`select i.asset, w.kind, w.value from jsonb_to_recordset(${JSON.stringify(identifiers)}::jsonb) as w(kind text, value text)
    cross join lateral (select asset from asset_identifier i where i.org_id = ${ctx.org.id} and i.kind = w.kind and i.value = w.value offset 0) i`.execute(ctx.tx)
  return rows
}

/** All identifiers of assets with their sources. One statement. */
export const identifiersOfAssets = async (ctx: Ctx, ids: readonly string[]): Promise<readonly (Held & { readonly source: string })[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<Held & { source: string }>`select w.id as asset, i.kind, i.value, i.source from unnest(${ids}::uuid[]) as w(id)
    cross join lateral (select kind, value, source from asset_identifier i where i.org_id = ${ctx.org.id} and i.asset = w.id order by kind, value offset 0) i`.execute(ctx.tx)
  return rows
}

/** Those of the assets that are active, and with `visible` those that the caller may see. One statement. */
export const activeAssets = async (ctx: Ctx, ids: readonly string[], visible = false): Promise<ReadonlySet<string>> => {
  if (ids.length === 0) return new Set()
  const seen = (visible ? reachCondition(ctx, asset) : undefined) ?? sql`true`
  const { rows } = await sql<{ id: string }>`select t.id from asset t where t.org_id = ${ctx.org.id} and t.id = any(${ids}::uuid[]) and t.archived_at is null and ${seen}`.execute(ctx.tx)
  return new Set(rows.map(({ id }) => id))
}
