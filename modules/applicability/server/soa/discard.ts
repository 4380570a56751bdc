import { updateRecords, type Ctx } from '@heng/server-kit'
import { soa as register } from './register.ts'
import { shown } from './shown.ts'
import { openDraft, soaById } from './store.ts'

/** Gives up a draft; it stays readable in the archive and its number is not used again. */
export const discard = async (ctx: Ctx, { id, version, reason }: { id: string; version: number; reason: string }) => {
  await openDraft(ctx, id, version)
  await updateRecords(ctx, register, [{ id, version, values: { archivedAt: ctx.now.toISOString() } }], reason, 'archived')
  return shown(ctx, await soaById(ctx, id))
}
