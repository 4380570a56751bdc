import type { ChangeSetState } from '../../contract/index.ts'

const steps: Readonly<Record<ChangeSetState, readonly ChangeSetState[]>> = {
  draft: ['inReview', 'withdrawn'],
  // Back to the draft when whoever asked takes the request back.
  inReview: ['approved', 'rejected', 'draft'],
  approved: ['applied', 'draft', 'withdrawn'],
  rejected: ['draft', 'inReview', 'withdrawn'],
  applied: ['reverted'],
  reverted: [],
  withdrawn: [],
}
export const mayBecome = (from: ChangeSetState, to: ChangeSetState): boolean => steps[from].includes(to)

/** States in which nothing is decided and nothing done: the set may leave the register. */
export const mayBeArchived = (state: ChangeSetState): boolean => state === 'draft' || state === 'rejected' || state === 'withdrawn'

/** States in which a set still says what is to come. */
export const openStates: readonly ChangeSetState[] = ['draft', 'inReview', 'approved', 'rejected']
