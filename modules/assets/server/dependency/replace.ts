import { HengError } from '@heng/contract'
import { authorise, record, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset } from '../asset/register.ts'
import { spreadValues } from './spread.ts'

export interface Dependencies {
  readonly id: string
  /** Assets that it depends on, all of them. */
  readonly dependsOn: readonly string[]
}

/** What each of these assets depends on, sorted; one statement. */
export const dependenciesOf = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows } = await sql<{ asset: string; on: string[] }>`select asset, array_agg(depends_on order by depends_on) as on from asset_dependency
    where org_id = ${ctx.org.id} and asset = any(${ids}::uuid[]) group by 1`.execute(ctx.tx)
  return new Map(ids.map((id) => [id, rows.find((r) => r.asset === id)?.on ?? []]))
}

/**
 * Makes assets depend on exactly these others, any number of assets at once; values flow, and history tells what came and what went. A
 * dependency that stays keeps its note. Throws `asset.dependsOnItself`, `invalid` for an asset that does not exist.
 */
export const replaceDependencies = async (ctx: Ctx, wanted: readonly Dependencies[], reason?: string): Promise<void> => {
  const rows = await rowsByIds(ctx, asset, wanted.map((w) => w.id), true)
  for (const row of rows) authorise(ctx, 'asset:write', resourceOf(asset, row))
  if (wanted.some(({ id, dependsOn }) => dependsOn.includes(id))) throw new HengError('asset.dependsOnItself', { fields: [{ path: 'dependsOn', code: 'custom' }] })
  const targets = [...new Set(wanted.flatMap((w) => w.dependsOn))]
  const { rows: found } = await sql<{ id: string }>`select id from asset where org_id = ${ctx.org.id} and id = any(${targets}::uuid[])`.execute(ctx.tx)
  if (found.length !== targets.length) throw new HengError('invalid', { fields: [{ path: 'dependsOn', code: 'reference' }] })
  const now = await dependenciesOf(ctx, wanted.map((w) => w.id))
  const added = wanted.map(({ id, dependsOn }) => ({ id, on: dependsOn.filter((other) => !now.get(id)!.includes(other)) })).filter(({ on }) => on.length > 0)
  const removed = wanted.map(({ id, dependsOn }) => ({ id, on: now.get(id)!.filter((other) => !dependsOn.includes(other)) })).filter(({ on }) => on.length > 0)
  const pairs = (some: typeof added) => JSON.stringify(some.flatMap(({ id, on }) => on.map((other) => ({ asset: id, depends_on: other }))))
  if (removed.length > 0) await sql`delete from asset_dependency d using jsonb_to_recordset(${pairs(removed)}::jsonb) as r(asset uuid, depends_on uuid)
    where d.org_id = ${ctx.org.id} and d.asset = r.asset and d.depends_on = r.depends_on`.execute(ctx.tx)
  if (added.length > 0) await sql`insert into asset_dependency (org_id, asset, depends_on)
    select ${ctx.org.id}, r.asset, r.depends_on from jsonb_to_recordset(${pairs(added)}::jsonb) as r(asset uuid, depends_on uuid) on conflict do nothing`.execute(ctx.tx)
  const told = (some: typeof added, change: (on: string[]) => { before: object; after: object }) => some.flatMap(({ id, on }) => {
    const row = rows.find((r) => r.id === id)
    return row === undefined ? [] : [{ id, reference: row.reference, version: row.version, ...change(on) }]
  })
  await record(ctx, { noun: 'asset', action: 'dependencyRemoved', reason }, told(removed, (on) => ({ before: { dependsOn: on }, after: { dependsOn: [] } })))
  await record(ctx, { noun: 'asset', action: 'dependenciesAdded', reason }, told(added, (on) => ({ before: { dependsOn: [] }, after: { dependsOn: on } })))
  // Value flows from an asset to those it depends on: those that lost it have to be looked at themselves.
  await spreadValues(ctx, [...new Set([...added.map((a) => a.id), ...removed.flatMap((r) => r.on)])])
}
