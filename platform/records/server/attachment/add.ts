import { forbidden, HengError, notFound } from '@heng/contract'
import { emit, record, type Ctx } from '@heng/server-kit'
import { v7 } from 'uuid'
import { findFile } from '../file/register.ts'
import { mayAttach, readableRecord } from '../record/find.ts'
import { insertAttachment, present, remembered, type StoredAttachment } from './store.ts'

interface Input {
  readonly noun: string
  readonly recordId: string
  readonly fileId: string
  readonly description?: string | null
  readonly effectiveOn?: string | null
}

/** Attaches a file that the caller uploaded. Emits `attachment.added` {id, noun, recordId}. */
export const add = async (ctx: Ctx, { noun, recordId, fileId, description = null, effectiveOn = null }: Input) => {
  const found = await readableRecord(ctx, noun, recordId)
  if (found.row.archivedAt !== null) throw new HengError('archived', { status: 409 })
  if (!mayAttach(ctx, found)) throw forbidden()
  const file = await findFile(ctx, fileId)
  // The id of somebody else's upload proves nothing: only who uploaded a file may say what it belongs to.
  if (!ctx.caller.system && file.uploadedBy !== ctx.caller.personId) throw notFound('file')
  const stored: StoredAttachment = {
    id: v7(), noun, record_id: recordId, file: file.id, name: file.name, size: file.size, type: file.type, sha256: file.sha256,
    description, effective_on: effectiveOn, added_by: ctx.caller.personId, added_by_name: ctx.caller.name, added_at: ctx.now.toISOString(),
    removed_at: null, removed_by_name: null,
  }
  if (!(await insertAttachment(ctx, stored))) throw new HengError('attachment.twice', { status: 409, params: { name: file.name } })
  await record(ctx, { noun: 'attachment', action: 'attached' }, [
    { id: stored.id, reference: found.row.reference, version: 1, before: null, after: remembered(stored) },
  ])
  await emit(ctx, 'attachment.added', { id: stored.id, noun, recordId })
  return present(stored, ['download', 'remove'])
}
