import { HengError } from '@heng/contract'
import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { spreadValues } from './spread.ts'

export interface NamedDependency {
  readonly asset: string
  readonly dependsOn: string
}

/** Adds dependencies between assets given by name, as a table lists them; an unknown name stops it and is told. Four statements. */
export const addDependenciesByName = async (ctx: Ctx, pairs: readonly NamedDependency[]): Promise<number> => {
  const { rows: assets } = await sql<{ id: string; name: string; reference: string; version: number }>`
    select id, name, reference, version from asset where org_id = ${ctx.org.id} and archived_at is null
      and name = any(${[...new Set(pairs.flatMap((p) => [p.asset, p.dependsOn]))]}::text[])`.execute(ctx.tx)
  const byName = new Map(assets.map((a) => [a.name, a]))
  const missing = pairs.flatMap((p) => [p.asset, p.dependsOn]).find((name) => !byName.has(name))
  if (missing !== undefined) throw new HengError('notFound', { status: 404, params: { what: `asset “${missing}”` } })
  const links = pairs.map((p) => ({ asset: byName.get(p.asset)!.id, depends_on: byName.get(p.dependsOn)!.id }))
  const { rows: added } = await sql<{ asset: string; depends_on: string }>`insert into asset_dependency (org_id, asset, depends_on)
    select ${ctx.org.id}, r.asset, r.depends_on from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as r(asset uuid, depends_on uuid)
    on conflict do nothing returning asset, depends_on`.execute(ctx.tx)
  const byAsset = Map.groupBy(added, (a) => a.asset)
  await record(ctx, { noun: 'asset', action: 'dependenciesAdded' }, assets.flatMap((a) => {
    const to = byAsset.get(a.id)
    return to === undefined ? [] : [{ id: a.id, reference: a.reference, version: a.version, before: { dependsOn: [] }, after: { dependsOn: to.map((t) => t.depends_on) } }]
  }))
  await spreadValues(ctx, [...byAsset.keys()])
  return added.length
}
