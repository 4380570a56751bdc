import { HengError } from '@heng/contract'
import { attempt, createRecords, updateRecords, type AnyRegister, type Ctx, type Values } from '@heng/server-kit'
import { specialFields, specialOf } from '../special/fields.ts'
import type { StoredItem } from '../item/store.ts'

export interface RefusedItem {
  readonly item: StoredItem
  readonly error: HengError
}
interface Step {
  readonly items: readonly StoredItem[]
  readonly write: (items: readonly StoredItem[]) => Promise<unknown>
}

const plain = ({ noun, after }: StoredItem): Values => Object.fromEntries(Object.entries(after).filter(([key]) => specialOf(noun, key) === undefined))

/**
 * The verbs of a set in the order in which they fit each other: what comes back and what is new first, lower rooms before those that refer
 * to them, then edits, then what only verbs of their own set, what goes at last. Records are written by set; that each is as it was looked
 * at has been made sure of under lock before, and earlier steps may have moved its version on since.
 */
const stepsOf = (ctx: Ctx, items: readonly StoredItem[], reason: string): Step[] => {
  const registers = [...ctx.kit.registers.values()]
  const of = (action: StoredItem['action'], order: readonly AnyRegister[], write: (reg: AnyRegister, some: readonly StoredItem[]) => Promise<unknown>): Step[] =>
    order.flatMap((reg) => {
      const some = items.filter((item) => item.action === action && item.noun === reg.noun.name)
      return some.length === 0 ? [] : [{ items: some, write: (these: readonly StoredItem[]) => write(reg, these) }]
    })
  const edit = (values: (item: StoredItem) => Values, action: 'updated' | 'archived' | 'restored') => (reg: AnyRegister, some: readonly StoredItem[]) =>
    updateRecords(ctx, reg, some.map((item) => ({ id: item.recordId, values: values(item) })), reason, action)
  const special = specialFields.flatMap((one): Step[] => {
    const some = items.filter((item) => item.noun === one.noun && Object.hasOwn(item.after, one.field))
    return some.length === 0 ? [] : [{ items: some, write: (these) => one.write(ctx, these.map((item) => ({ id: item.recordId, value: item.after[one.field] })), reason) }]
  })
  return [
    ...of('restore', registers, edit((item) => ({ ...plain(item), archivedAt: null }), 'restored')),
    ...of('create', registers, (reg, some) => createRecords(ctx, reg, some.map((item) => ({ ...plain(item), id: item.recordId })), reason)),
    ...of('update', registers, edit(plain, 'updated')),
    ...special,
    ...of('archive', registers.toReversed(), edit(() => ({ archivedAt: ctx.now.toISOString() }), 'archived')),
  ]
}

const isRefusal = (error: unknown): error is HengError => error instanceof HengError && error.status < 500

/**
 * Writes items through the verbs of their rooms, with the rights of `ctx`. Where a set of them is refused, its halves are tried until those
 * at fault are found; all others stay written. Says which were refused and why; the caller decides what that means.
 */
export const writeItems = async (ctx: Ctx, items: readonly StoredItem[], reason: string, progress: (done: number) => Promise<void>): Promise<RefusedItem[]> => {
  const refused = new Map<string, RefusedItem>()
  const within = async (step: Step, some: readonly StoredItem[]): Promise<void> => {
    if (some.length === 0) return
    try {
      await attempt(ctx, async () => void (await step.write(some)))
    } catch (error) {
      if (!isRefusal(error)) throw error
      if (some.length === 1) return void refused.set(some[0]!.id, { item: some[0]!, error })
      const middle = Math.ceil(some.length / 2)
      await within(step, some.slice(0, middle))
      await within(step, some.slice(middle))
    }
  }
  let done = 0
  for (const step of stepsOf(ctx, items, reason)) {
    await within(step, step.items.filter((item) => !refused.has(item.id)))
    done += step.items.length
    await progress(done)
  }
  return [...refused.values()]
}
