import { emit, type Ctx, type Draft } from '@heng/server-kit'
import { figuresOf, type Stated } from './figures.ts'

const moved = ({ before, after }: Draft): boolean =>
  (before?.effectiveness ?? null) !== (after.effectiveness ?? null) || (before?.effectivenessStale ?? false) !== after.effectivenessStale

/** A control that starts, stops, breaks or comes back is worth something else at once: the figure follows the state in the same write. */
export const deriveEffectiveness = async (ctx: Ctx, drafts: readonly Draft[]): Promise<void> => {
  const turned = drafts.filter(({ before, after }) => before === null || before.state !== after.state || (before.archivedAt !== null && after.archivedAt === null))
  if (turned.length === 0) return
  const figures = await figuresOf(ctx, turned.map(({ after }) => ({ id: after.id, state: after.state as Stated['state'] })))
  for (const draft of turned) {
    const { percent, stale } = figures.get(draft.after.id)!
    Object.assign(draft.after, { effectiveness: percent, effectivenessStale: stale })
    if (moved(draft)) draft.after.effectivenessAt = ctx.now.toISOString()
  }
}

/** Tells other rooms whose figure became another; a control just made is told of too, as its first figure may count. */
export const tellMoved = async (ctx: Ctx, drafts: readonly Draft[], reason: string): Promise<void> => {
  const ids = drafts.filter(moved).map(({ after }) => after.id)
  for (let from = 0; from < ids.length; from += 1_000) await emit(ctx, 'control.effectivenessMoved', { ids: ids.slice(from, from + 1_000), reason })
}
