import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { openDraft } from '../set/store.ts'
import { faced } from './facing.ts'
import { note } from './put.ts'
import { itemOf, removeItems, saveItems, type StoredItem } from './store.ts'

/**
 * Settles an item with its record as it is today: what the record says in the fields of `keep` stands and the item gives them up, in all
 * others the item now starts from today. An item that has nothing left to change goes.
 */
export const rebase = async (ctx: Ctx, { id, item, version, keep }: { id: string; item: string; version: number; keep: readonly string[] }) => {
  const set = await openDraft(ctx, id)
  const old = await itemOf(ctx, set.id, item)
  if (old.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: old } })
  const [now] = await faced(ctx, [old])
  const left = now!.fields.filter((f) => !keep.includes(f.field) && f.standing !== 'done')
  const isEmpty = now!.standing === 'gone' || now!.standing === 'done' || (old.action === 'update' && left.length === 0)
  const settled: StoredItem = {
    ...old, version: old.version + 1, baseVersion: now!.row?.version ?? null, reference: now!.row?.reference ?? old.reference,
    before: Object.fromEntries(left.map((f) => [f.field, f.current])), after: Object.fromEntries(left.map((f) => [f.field, f.after])),
  }
  if (isEmpty) await removeItems(ctx, set.id, [old.id])
  else await saveItems(ctx, set.id, [settled])
  await note(ctx, set, isEmpty ? 'itemsRemoved' : 'itemsRebased', [old], isEmpty ? [] : [settled])
  return { removed: isEmpty }
}
