import { HengError } from '@heng/contract'
import type { ChangeAction, Ctx, Draft } from '@heng/server-kit'
import type { Plan } from './plan.ts'
import { sift } from './sift.ts'

/**
 * Runs the noun's own `derive` and `check` over rows, as the write itself will, and names the rows that they refuse.
 * Nothing is written. A chunk without fault costs one run.
 */
export const refuseByRules = async <R>(
  ctx: Ctx, plan: Plan, rows: readonly { readonly row: R; readonly draft: Draft }[], refuse: (row: R, error: HengError) => void,
): Promise<void> => {
  const { derive, check } = plan.reg.options
  if (derive === undefined && check === undefined) return
  const sets: [ChangeAction, typeof rows][] = [
    ['created', rows.filter(({ draft }) => draft.before === null)],
    ['updated', rows.filter(({ draft }) => draft.before !== null)],
  ]
  for (const [action, set] of sets) {
    const run = async (some: typeof rows): Promise<void> => {
      const drafts = some.map(({ draft }) => draft)
      await derive?.(ctx, drafts)
      await check?.(ctx, drafts, action)
    }
    const refused = await sift(set, run, (error) => error instanceof HengError)
    for (const [{ row }, error] of refused) refuse(row, error as HengError)
  }
}
