import { HengError, invalid, notFound } from '@heng/contract'
import { enlistAssets, recogniseAssets, type Identifier } from '@heng/assets/reads'
import { allows, authorise, emit, labelsFor, rowsByIds, updateRecords, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import { asRoom } from '../asRoom.ts'
import { followAsset } from './followAsset.ts'
import { scanTarget } from './register.ts'
import { addressDays } from './resolve.ts'

const identifiersOf = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Identifier[]>> => {
  const { rows } = await sql<Identifier & { target: string }>`select target, kind, value from scan_target_identifier where org_id = ${ctx.org.id} and target = any(${ids}::uuid[]) order by kind, value`.execute(ctx.tx)
  return new Map([...Map.groupBy(rows, ({ target }) => target)].map(([id, own]) => [id, own.map(({ kind, value }) => ({ kind, value }))]))
}

const locked = async (ctx: Ctx, ids: readonly string[]): Promise<StoredRow[]> => {
  const rows = await rowsByIds(ctx, scanTarget, ids, true)
  for (const row of rows) authorise(ctx, 'scanTarget:write', { unitId: row.unit as string | null, ownerIds: [] })
  if (rows.length < new Set(ids).size) throw notFound('scanTarget')
  return rows
}

/** Assets that a target may be, of those that the caller may see. */
export const candidates = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, scanTarget, [id])
  if (row === undefined) throw notFound('scanTarget')
  authorise(ctx, 'scanTarget:read', { unitId: row.unit as string | null, ownerIds: [] })
  const own = (await identifiersOf(ctx, [id])).get(id) ?? []
  const [found] = await recogniseAssets(ctx, [own], { seenAt: ctx.now, addressDays })
  const possible = found === undefined || found.asset !== null ? [] : found.candidates
  const labels = await labelsFor(ctx, 'asset', possible.map(({ asset }) => asset))
  return {
    items: possible.flatMap(({ asset, by, doubt }) => {
      const label = labels[asset]
      return label === undefined ? [] : [{ asset, reference: label.reference ?? '', name: label.text, by, doubt }]
    }),
  }
}

const follow = async (ctx: Ctx, ids: readonly string[]): Promise<number> => {
  const moved = await followAsset(ctx, { targets: ids })
  await emit(ctx, 'scanTarget.matched', { ids })
  return moved
}

/** Says which asset targets are; their vulnerabilities go with them. */
export const match = async (ctx: Ctx, { ids, asset }: { ids: readonly string[]; asset: string }) => {
  const rows = await locked(ctx, ids)
  const { rows: found } = await sql<{ unit: string | null; owner: string | null }>`select unit, owner from asset where org_id = ${ctx.org.id} and id = ${asset} and archived_at is null`.execute(ctx.tx)
  if (found[0] === undefined || !allows(ctx, 'asset:read', { unitId: found[0].unit, ownerIds: [found[0].owner] })) throw invalid('asset', 'reference')
  await updateRecords(asRoom(ctx), scanTarget, rows.map(({ id }) => ({ id, values: { asset, state: 'matched', matchedBy: 'person', unit: found[0]!.unit } })), undefined, 'updated', { recordedAs: 'matched' })
  return { matched: rows.length, vulnerabilities: await follow(ctx, rows.map(({ id }) => id)) }
}

/** Enters targets as new assets, with what recognises them. Throws `scanTarget.matched`. */
export const enlist = async (ctx: Ctx, { ids, unit, owner }: { ids: readonly string[]; unit?: string | undefined; owner?: string | undefined }) => {
  const rows = await locked(ctx, ids)
  const standing = rows.find((row) => row.state === 'matched')
  if (standing !== undefined) throw new HengError('scanTarget.matched', { status: 409, params: { reference: standing.reference } })
  const identifiers = await identifiersOf(ctx, ids)
  const made = await enlistAssets(ctx, rows.map((row) => ({ name: row.name as string, identifiers: identifiers.get(row.id) ?? [], unit: unit ?? null, owner: owner ?? null, source: `scan:${row.reference}`, seenAt: new Date(row.lastSeen as string) })))
  await updateRecords(asRoom(ctx), scanTarget, rows.map(({ id }, i) => ({ id, values: { asset: made[i]!, state: 'matched', matchedBy: 'person', unit: unit ?? null } })), undefined, 'updated', { recordedAs: 'matched' })
  return { created: made.length, vulnerabilities: await follow(ctx, rows.map(({ id }) => id)) }
}

/** Scanned, but none of our business: what is found there is followed no longer, until somebody takes the target back in. */
export const ignore = async (ctx: Ctx, { ids, ignored, reason }: { ids: readonly string[]; ignored: boolean; reason: string }) => {
  const rows = (await locked(ctx, ids)).filter((row) => (row.state === 'ignored') !== ignored)
  await updateRecords(asRoom(ctx), scanTarget, rows.map(({ id }) => ({ id, values: ignored ? { state: 'ignored', asset: null, matchedBy: null, unit: null } : { state: 'unmatched' } })), reason, 'updated', { recordedAs: ignored ? 'ignored' : 'takenBack' })
  await followAsset(ctx, { targets: rows.map(({ id }) => id) })
  return { changed: rows.length }
}
