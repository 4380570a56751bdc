import { HengError } from '@heng/contract'
import { emit, updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { contentHash, type Catalogue } from '../catalogue/model.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { installMappings } from '../mapping/install.ts'
import { framework } from './register.ts'
import { insertCatalogue, installedVersions, pairsOf, supersede } from './store.ts'

export interface Installed {
  readonly id: string
  /** False where the same content stood there already. */
  readonly installed: boolean
}

/**
 * Brings a catalogue into the organisation. The same content is never written twice; another version of the same
 * publication is put beside the older one, which steps back but keeps its requirements and whatever points to them.
 */
export const installCatalogue = async (ctx: Ctx, catalogue: Catalogue): Promise<Installed> => {
  // Two people at once: the second waits and then finds the first one's.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${ctx.org.id}:framework:${catalogue.key}`}, 0))`.execute(ctx.tx)
  const versions = await installedVersions(ctx, [catalogue.key])
  const same = versions.find((v) => v.contentHash === contentHash(catalogue))
  if (same !== undefined) {
    await restoreArchived(ctx, same.id)
    return { id: same.id, installed: false }
  }
  const row = await insertCatalogue(ctx, catalogue)
  const older = versions.find((v) => v.state === 'current')
  if (older !== undefined) {
    await supersede(ctx, older, row.reference)
    await emit(ctx, 'framework.upgraded', { from: older.id, to: row.id, pairs: await pairsOf(ctx, older.id, row.id) })
  }
  await installMappings(ctx, catalogue.key)
  return { id: row.id, installed: true }
}

const restoreArchived = async (ctx: Ctx, id: string): Promise<void> => {
  const { rows } = await sql`select 1 from framework where org_id = ${ctx.org.id} and id = ${id} and archived_at is not null`.execute(
    ctx.tx,
  )
  if (rows.length > 0) await updateRecords(ctx, framework, [{ id, values: { archivedAt: null } }], undefined, 'restored')
}

/** Installs a catalogue that ships with Heng; a room that needs one calls this and gets its id either way. */
export const installShipped = async (ctx: Ctx, key: string): Promise<Installed> => {
  const shipped = shippedCatalogue(key)
  if (shipped === undefined) throw new HengError('framework.unknown', { status: 404, params: { catalogue: key } })
  return installCatalogue(ctx, shipped.catalogue)
}

/** The verb behind "use this framework". */
export const install = (ctx: Ctx, { catalogue }: { catalogue: string }): Promise<Installed> => installShipped(ctx, catalogue)
