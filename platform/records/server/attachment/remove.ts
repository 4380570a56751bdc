import { forbidden, HengError } from '@heng/contract'
import { emit, record, type Ctx } from '@heng/server-kit'
import { mayAttach, readableRecord } from '../record/find.ts'
import { lockAttachment, markRemoved, present, remembered } from './store.ts'

/** Takes a file off a record. The bytes and the entry stay, because something may have been decided on them. */
export const remove = async (ctx: Ctx, { id, reason }: { id: string; reason?: string }) => {
  const before = await lockAttachment(ctx, id)
  const found = await readableRecord(ctx, before.noun, before.record_id)
  if (!mayAttach(ctx, found)) throw forbidden()
  if (before.removed_at !== null) throw new HengError('attachment.removed', { status: 409 })
  await markRemoved(ctx, id)
  await record(ctx, { noun: 'attachment', action: 'detached', reason }, [
    { id, reference: found.row.reference, version: 2, before: remembered(before), after: null },
  ])
  await emit(ctx, 'attachment.removed', { id, noun: before.noun, recordId: before.record_id })
  return present({ ...before, removed_at: ctx.now.toISOString(), removed_by_name: ctx.caller.name }, [])
}
