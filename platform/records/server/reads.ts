import type { ReadStream } from 'node:fs'
import { notFound } from '@heng/contract'
import type { Ctx, Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import type { FileRow } from '../contract/attachment.ts'
import { safeName } from './file/name.ts'
import { findFile, insertFile, lockContent } from './file/register.ts'
import { discard, keep, pathOf, readContent, receive } from './file/store.ts'

export { mayAttach, readableOf, readableRecord, type FoundRecord } from './record/find.ts'
export { filesOf, latestChanges, type ChangeTraced, type FileTraced } from './record/traced.ts'
export { changesOf } from './history/diff.ts'
export { checkHistory, type HistoryChecked } from './history/integrity.ts'
/** Hangs a file on a record, as a person does from its page; for a room that keeps what it was brought as evidence. */
export { add as attachFile } from './attachment/add.ts'
export { evidenceFiles, type EvidenceFile } from './attachment/evidence.ts'

/**
 * A file that the caller uploaded, for a room that works on it (an import). 404 for anybody else's.
 * Hold it (`holdFiles`) if it must outlive the clean-up of the next day.
 */
export const uploadedFile = async (ctx: Ctx, id: string): Promise<FileRow> => {
  const { uploadedBy, uploadedAt: _at, heldBy: _held, ...file } = await findFile(ctx, id)
  if (!ctx.caller.system && uploadedBy !== ctx.caller.personId) throw notFound('file')
  return file
}

/** The bytes of a file, as a stream. */
export const openFile = (kit: Kit, file: Pick<FileRow, 'sha256'>): ReadStream => readContent(kit.config.dataDir, file.sha256)

/** Where the bytes of a file lie, for a thread that reads them itself. */
export const pathOfFile = (kit: Kit, sha256: string): string => pathOf(kit.config.dataDir, sha256)

/** Keeps files from the clean-up for a room's own purpose; null gives them free again. */
export const holdFiles = async (ctx: Ctx, ids: readonly string[], room: string | null): Promise<void> => {
  await sql`update file set held_by = ${room} where org_id = ${ctx.org.id} and id = any(${ids}::uuid[])`.execute(ctx.tx)
}

/** Stores content that a room made (a report, an export) as a file held by that room; for use inside a verb or job. */
export const storeFile = async (ctx: Ctx, name: string, content: AsyncIterable<Buffer>, room: string): Promise<FileRow> => {
  const { dataDir } = ctx.kit.config
  const received = await receive(dataDir, content, Number.MAX_SAFE_INTEGER)
  try {
    await lockContent(received.sha256).execute(ctx.tx)
    await keep(dataDir, received)
    return await insertFile(ctx, safeName(name), received, room)
  } finally {
    await discard(received.path)
  }
}
