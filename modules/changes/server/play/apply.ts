import { HengError } from '@heng/contract'
import { emit, rowsByIds, type Ctx, type JobRun } from '@heng/server-kit'
import { faced } from '../item/facing.ts'
import { isApplicable, isConflict } from '../item/rules.ts'
import { itemsOf } from '../item/store.ts'
import { storedEffect } from '../set/effect.ts'
import { changeSet } from '../set/register.ts'
import { move, setFor, type SetRow } from '../set/store.ts'
import { writeItems } from './write.ts'

/** What stands in the history of each record that a set changes. */
export const reasonOf = ({ reference, title }: Pick<SetRow, 'reference' | 'title'>): string => `${reference} ${title}`

/**
 * Applies an approved set in one transaction, with the rights of whoever started it: all of it or nothing. Records are locked and compared
 * first. Throws `changes.conflicts` when one was changed in what the set changes, `changes.refused` when a rule or a right stands against
 * one. A job that runs again after its process died finds the set applied, or begins anew.
 */
export const runApply = async (run: JobRun): Promise<{ applied: number; done: number }> => {
  const { set } = run.input as { set: string }
  return run.asStarter((ctx) => applySet(run, ctx, set))
}

const applySet = async (run: JobRun, ctx: Ctx, id: string): Promise<{ applied: number; done: number }> => {
  const set = await setFor(ctx, id, { permission: 'changeSet:apply', lock: true })
  const items = await itemsOf(ctx, id)
  if (set.state === 'applied' && (await storedEffect(ctx, id)).applyJob === run.jobId) return { applied: items.length, done: 0 }
  await setFor(ctx, id, { permission: 'changeSet:apply', states: ['approved'] })
  const facing = await faced(ctx, items, true)
  const conflicts = facing.filter(({ standing }) => isConflict(standing))
  if (conflicts.length > 0) throw new HengError('changes.conflicts', { status: 409, params: { count: conflicts.length } })
  const fit = facing.filter(({ standing }) => isApplicable(standing)).map(({ item }) => item)
  const refused = await writeItems(ctx, fit, reasonOf(set), (done) => run.progress(done, fit.length))
  if (refused.length > 0) throw refusedAs(refused)
  await move(ctx, set, 'applied', 'applied', { appliedAt: ctx.now.toISOString(), appliedBy: ctx.caller.personId })
  if (set.reverses !== null) await markReverted(ctx, set.reverses, set)
  await emit(ctx, 'changeSet.applied', { ids: [set.id] })
  return { applied: fit.length, done: items.length - fit.length }
}

const refusedAs = (refused: Awaited<ReturnType<typeof writeItems>>): HengError => {
  const { item, error } = refused[0]!
  return new HengError('changes.refusedNow', { status: 409, params: { count: refused.length, record: `${item.reference ?? ''} ${item.label}`.trim() }, data: { item: item.id, code: error.code }, cause: error })
}

const markReverted = async (ctx: Ctx, id: string, by: SetRow): Promise<void> => {
  const [row] = (await rowsByIds(ctx, changeSet, [id], true)) as SetRow[]
  if (row?.state === 'applied') await move(ctx, row, 'reverted', 'reverted', { revertedBy: by.id }, reasonOf(by))
}
