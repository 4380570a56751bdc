import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import type { Effect, FrozenItem } from '../../contract/index.ts'
import { faced, movedOn } from '../item/facing.ts'
import { readable } from '../item/list.ts'
import { inOrder, isConflict } from '../item/rules.ts'
import { basisOf, type StoredItem } from '../item/store.ts'
import { itemsWithEffect, type ItemsWithEffect } from './effect.ts'
import type { SetRow } from './store.ts'

/** What is asked for and frozen: why, what, and what it was seen to come to. */
export interface ChangeSetContent {
  readonly title: string
  readonly purpose: string | null
  readonly precautions: string | null
  readonly plannedOn: string | null
  readonly owner: string | null
  readonly changes: readonly FrozenItem[]
  readonly effect: Effect | null
}

const frozen = (ctx: Ctx, { id, noun, recordId, reference, label, action, note, before, after }: StoredItem): FrozenItem => ({
  id, noun, recordId, reference, label, action, note,
  changes: inOrder(Object.keys(ctx.kit.registers.get(noun)?.noun.fields ?? {}), after).map((field) => ({ field, before: readable(ctx, noun, field, before[field]), after: readable(ctx, noun, field, after[field]) })),
})

export const contentFrom = (ctx: Ctx, { title, purpose, precautions, plannedOn, owner }: SetRow, { items, effect }: Pick<ItemsWithEffect, 'items' | 'effect'>): ChangeSetContent =>
  ({ title, purpose, precautions, plannedOn, owner, changes: items.map((item) => frozen(ctx, item)), effect })

/**
 * The content of a set that is ready to be asked for. Refuses one without a purpose, without items, without an effect that belongs to just
 * these items, or while rules or other people's edits stand against one. Two statements, more where a record has moved on.
 */
export const completeContent = async (ctx: Ctx, set: SetRow, read?: ItemsWithEffect): Promise<ChangeSetContent & { effect: Effect }> => {
  if (set.purpose === null) throw new HengError('changes.purpose', { fields: [{ path: 'purpose', code: 'required' }] })
  const { items, effect, basis } = read ?? (await itemsWithEffect(ctx, set.id))
  if (items.length === 0) throw new HengError('changes.empty', { status: 409 })
  if (effect === null || basis !== basisOf(items)) throw new HengError('changes.noEffect', { status: 409 })
  if (effect.refused.length > 0) throw new HengError('changes.refused', { status: 409, params: { count: effect.refused.length } })
  const conflicts = (await faced(ctx, await movedOn(ctx, items))).filter(({ standing }) => isConflict(standing)).length
  if (conflicts + effect.conflicts.length > 0) throw new HengError('changes.conflicts', { status: 409, params: { count: Math.max(conflicts, effect.conflicts.length) } })
  return { ...contentFrom(ctx, set, { items, effect }), effect }
}
