import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { asSystem, record, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import type { FileRow } from '../../contract/attachment.ts'
import { lockContent } from './register.ts'
import { filesDir, pathOf } from './store.ts'

/** Hours that an uploaded file may wait to be attached. */
export const waitHours = 24

/**
 * Removes files that were uploaded but never attached nor held by a room, and content that no row names any more
 * (an upload that died before its commit). What was ever attached stays: it is evidence.
 */
export const tidyFiles = async (kit: Kit, now = new Date()): Promise<{ files: number; contents: number }> => {
  const before = new Date(now.getTime() - waitHours * 3_600_000)
  const { rows: orgs } = await sql<{ id: string }>`select distinct f.org_id as id from file f where ${orphaned(before)}`.execute(kit.db)
  let files = 0
  for (const { id } of orgs) files += await forgetOrphans(kit, id, before)
  let contents = 0
  for (const folder of await entriesOf(filesDir(kit.config.dataDir))) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue
    contents += await tidyFolder(kit, folder, before)
  }
  await tidyIncoming(kit, before)
  return { files, contents }
}

const orphaned = (before: Date) => sql`f.held_by is null and f.uploaded_at < ${before}
  and not exists (select 1 from attachment a where a.org_id = f.org_id and a.file = f.id)`

const forgetOrphans = (kit: Kit, orgId: string, before: Date): Promise<number> =>
  asSystem(kit, orgId, 'job', 'files.tidy', async (ctx) => {
    const { rows } = await sql<FileRow>`delete from file f where f.org_id = ${orgId} and ${orphaned(before)}
      returning id, name, size, type, sha256`.execute(ctx.tx)
    await record(ctx, { noun: 'file', action: 'removed' }, rows.map((row) => ({ id: row.id, version: 2, before: row, after: null })))
    return rows.length
  })

const entriesOf = (path: string): Promise<string[]> =>
  readdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

const isOlder = async (path: string, than: Date): Promise<boolean> => stat(path).then((s) => s.mtime < than, () => false)

const tidyFolder = async (kit: Kit, folder: string, before: Date): Promise<number> => {
  const names = await entriesOf(join(filesDir(kit.config.dataDir), folder))
  const { rows } = await sql<{ sha256: string }>`select w as sha256 from unnest(${names}::text[]) w
    where w ~ '^[0-9a-f]{64}$' and not exists (select 1 from file f where f.sha256 = w)`.execute(kit.db)
  let removed = 0
  for (const { sha256 } of rows) {
    const path = pathOf(kit.config.dataDir, sha256)
    if (!(await isOlder(path, before))) continue
    // Asked again under the lock: the same content may be arriving just now.
    await kit.db.transaction().execute(async (tx) => {
      await lockContent(sha256).execute(tx)
      const { rows: named } = await sql`select 1 from file where sha256 = ${sha256} limit 1`.execute(tx)
      if (named.length > 0) return
      await rm(path, { force: true })
      removed += 1
    })
  }
  return removed
}

const tidyIncoming = async (kit: Kit, before: Date): Promise<void> => {
  const folder = join(filesDir(kit.config.dataDir), '.incoming')
  for (const name of await entriesOf(folder)) {
    const path = join(folder, name)
    if (await isOlder(path, before)) await rm(path, { force: true })
  }
}
