import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { openDraft } from '../set/store.ts'
import { note } from './put.ts'
import { itemOf, removeItems } from './store.ts'

export const removeItem = async (ctx: Ctx, { id, item, version }: { id: string; item: string; version: number }) => {
  const set = await openDraft(ctx, id)
  const old = await itemOf(ctx, set.id, item)
  if (old.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: old } })
  await removeItems(ctx, set.id, [item])
  await note(ctx, set, 'itemsRemoved', [old], [])
  return {}
}
