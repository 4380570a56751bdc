import { HengError, notFound } from '@heng/contract'
import { authorise, record, resourceOf, rowsByIds, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset } from '../asset/register.ts'
import { spreadValues } from './spread.ts'

const writable = async (ctx: Ctx, id: string): Promise<StoredRow> => {
  const [row] = await rowsByIds(ctx, asset, [id], true)
  if (row === undefined) throw notFound('asset')
  authorise(ctx, 'asset:write', resourceOf(asset, row))
  return row
}
const log = (ctx: Ctx, row: StoredRow, action: string, before: string[], after: string[], reason?: string) =>
  record(ctx, { noun: 'asset', action, reason }, [{ id: row.id, reference: row.reference, version: row.version, before: { dependsOn: before }, after: { dependsOn: after } }])

/** Adds what is not there yet; values flow at once. */
export const add = async (ctx: Ctx, { id, dependsOn, note }: { id: string; dependsOn: string[]; note?: string }) => {
  const row = await writable(ctx, id)
  const targets = [...new Set(dependsOn)]
  if (targets.includes(id)) throw new HengError('asset.dependsOnItself', { fields: [{ path: 'dependsOn', code: 'custom' }] })
  const found = await rowsByIds(ctx, asset, targets)
  if (found.length !== targets.length) throw new HengError('invalid', { fields: [{ path: 'dependsOn', code: 'reference' }] })
  const { rows } = await sql<{ depends_on: string }>`insert into asset_dependency (org_id, asset, depends_on, note)
    select ${ctx.org.id}, ${id}, t, ${note ?? null} from unnest(${targets}::uuid[]) t on conflict do nothing returning depends_on`.execute(ctx.tx)
  if (rows.length === 0) return { added: 0 }
  await log(ctx, row, 'dependenciesAdded', [], rows.map((r) => r.depends_on), note)
  await spreadValues(ctx, [id])
  return { added: rows.length }
}

export const remove = async (ctx: Ctx, { id, dependsOn, reason }: { id: string; dependsOn: string; reason?: string }) => {
  const row = await writable(ctx, id)
  const done = await sql`delete from asset_dependency where org_id = ${ctx.org.id} and asset = ${id} and depends_on = ${dependsOn} returning asset`.execute(ctx.tx)
  if (done.rows.length === 0) throw notFound('dependency')
  await log(ctx, row, 'dependencyRemoved', [dependsOn], [], reason)
  await spreadValues(ctx, [dependsOn])
  return {}
}
