import type { Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { removeUpload, uploadsOlderThan } from './files.ts'

const day = 86_400_000
/** An import that nobody carries on for so long has to be begun again. */
const fileDays = 14
/** What rows did stays to be looked up for so long; the history of the records keeps it for good. */
const rowDays = 90

/** Deletes what imports leave behind: old files, rows of sessions that are over, uploads that never became an import. */
export const tidyImports = async (kit: Kit): Promise<void> => {
  const { dataDir } = kit.config
  for (const id of await uploadsOlderThan(dataDir, fileDays * day)) await removeUpload(dataDir, id)
  await sql`delete from import_row r using import_session s
    where s.id = r.session and s.stage in ('applied', 'cancelled') and s.updated_at < now() - make_interval(days => ${rowDays})`.execute(kit.db)
  await sql`delete from import_upload u where u.created_at < now() - make_interval(days => ${fileDays})
    and not exists (select 1 from import_session s where s.upload = u.id)`.execute(kit.db)
}
