import type { Ctx } from '../context.ts'
import { rehearse } from '../verbs/savepoint.ts'
import { followEvents } from './follow.ts'
import { givingWay } from './giveWay.ts'

export interface PlayedOut<T> {
  readonly seen: T
  /** How long rows were locked, in milliseconds. */
  readonly held: number
  /** Hand-overs of events to subscribers that were followed. */
  readonly followed: number
}

/**
 * Finds out what a write would come to: runs the verbs in `write` and all that would follow from them after the commit, has `look` see the
 * outcome, and undoes everything. Afterwards the transaction shows the same instant without it, so that `look` may be asked again for
 * today's side of a comparison. For transactions of mode `rehearsal`. Rows are locked from `write` to the end of `look`; whoever waits for
 * one of them gets it (`GaveWay`). `alive` is asked again and again while consequences are followed, and ends everything by throwing.
 */
export const playOut = async <T>(ctx: Ctx, write: () => Promise<void>, look: () => Promise<T>, alive?: () => Promise<void>): Promise<PlayedOut<T>> => {
  let played: Omit<PlayedOut<T>, 'held'> | undefined
  let began = 0
  await givingWay(ctx.kit, ctx.tx, () => rehearse(ctx, async () => {
    began = performance.now()
    await write()
    const followed = await followEvents(ctx, alive)
    await alive?.()
    played = { seen: await look(), followed }
  }))
  return { ...played!, held: Math.round(performance.now() - began) }
}
