import { HengError } from '@heng/contract'
import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { normalise, type Identifier } from './normalise.ts'

export interface NamedHost {
  readonly asset: string
  readonly identifiers: readonly Identifier[]
}

/**
 * Notes identifiers of assets given by name, as a list of hosts has them; `source` says which list. An unknown name stops
 * it and is told. Answers how many identifiers are new. Three statements, whatever the number.
 */
export const addIdentifiersByName = async (ctx: Ctx, hosts: readonly NamedHost[], source: string): Promise<number> => {
  const { rows: assets } = await sql<{ id: string; name: string; reference: string; version: number }>`
    select id, name, reference, version from asset where org_id = ${ctx.org.id} and archived_at is null
      and name = any(${hosts.map(({ asset }) => asset)}::text[])`.execute(ctx.tx)
  const byName = new Map(assets.map((a) => [a.name, a]))
  const missing = hosts.find(({ asset }) => !byName.has(asset))
  if (missing !== undefined) throw new HengError('notFound', { status: 404, params: { what: `asset “${missing.asset}”` } })
  const rows = hosts.flatMap(({ asset, identifiers }) => identifiers.map((one) => ({ asset: byName.get(asset)!.id, ...normalise(one) })))
  const { rows: added } = await sql<Identifier & { asset: string }>`insert into asset_identifier (org_id, asset, kind, value, source, first_seen, last_seen)
    select ${ctx.org.id}, r.asset, r.kind, r.value, ${source}, ${ctx.now}, ${ctx.now} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(asset uuid, kind text, value text)
    on conflict do nothing returning asset, kind, value`.execute(ctx.tx)
  const byAsset = Map.groupBy(added, ({ asset }) => asset)
  await record(ctx, { noun: 'asset', action: 'identifiersSet' }, assets.flatMap(({ id, reference, version }) => {
    const found = byAsset.get(id)
    return found === undefined ? [] : [{ id, reference, version, before: { identifiers: [] }, after: { identifiers: found.map(({ kind, value }) => ({ kind, value })) } }]
  }))
  return added.length
}
