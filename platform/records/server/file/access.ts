import { notFound } from '@heng/contract'
import { reach, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { readableOf } from '../record/find.ts'
import { findFile, type StoredFile } from './register.ts'

/** Records looked at before a download is refused; a file on more of them is found through one of these. */
const most = 200

/**
 * A file that the caller may download: attached to a record that they may read, or uploaded by themselves and not yet
 * attached. What was taken off a record stays open to auditors of the whole organisation. Otherwise 404.
 */
export const downloadable = async (ctx: Ctx, id: string): Promise<StoredFile> => {
  const file = await findFile(ctx, id)
  if (file.uploadedBy !== null && file.uploadedBy === ctx.caller.personId) return file
  const { rows } = await sql<{ noun: string; recordId: string; removed: boolean }>`
    select noun, record_id as "recordId", removed_at is not null as removed from attachment
    where org_id = ${ctx.org.id} and file = ${id} order by removed_at nulls first, added_at desc limit ${most}`.execute(ctx.tx)
  if (rows.length > 0 && reach(ctx, 'history:read').kind === 'all') return file
  const readable = await readableOf(ctx, rows.filter((row) => !row.removed))
  if (readable.size === 0) throw notFound('file')
  return file
}
