import type { Role } from '@heng/contract'
import type { Caller } from '@heng/server-kit'

export type StepState = 'waiting' | 'open' | 'completed' | 'rejected' | 'closed'

export interface Step {
  readonly position: number
  /** Steps with the same number are open at the same time; the next number opens when all of them are completed. */
  readonly sequence: number
  readonly role: Role | null
  readonly unit: string | null
  readonly persons: readonly string[]
  readonly quorum: number
  readonly state: StepState
}

export interface Decision {
  readonly position: number
  readonly person: string
  readonly decision: 'approve' | 'reject'
}

/** Whether a step names this caller: as a person, or by a role held now that reaches the step's unit. */
export const names = (step: Pick<Step, 'role' | 'unit' | 'persons'>, { personId, roles }: Pick<Caller, 'personId' | 'roles'>): boolean => {
  if (personId === null) return false
  if (step.persons.includes(personId)) return true
  // A role held for one unit does not speak for the whole organisation.
  return roles.some((held) => held.role === step.role && (held.unitIds === null || (step.unit !== null && held.unitIds.includes(step.unit))))
}

/** Steps in their first state: those of the lowest number open, all others waiting. */
export const firstStates = <S extends { readonly sequence: number }>(steps: readonly S[]): (S & { state: StepState })[] => {
  const first = Math.min(...steps.map((s) => s.sequence))
  return steps.map((step) => ({ ...step, state: step.sequence === first ? 'open' : 'waiting' }))
}

export interface Progress {
  readonly steps: readonly Step[]
  /** Null while the approval stays open. */
  readonly outcome: 'approved' | 'rejected' | null
  /** Positions that this decision opened. */
  readonly opened: readonly number[]
}

/**
 * Where the steps stand once these decisions are counted: one rejection rejects the whole and closes what was open or
 * waiting; a step completes with its quorum; the next number opens when every step of the one before is completed;
 * the last one approves.
 */
export const advance = (steps: readonly Step[], decisions: readonly Decision[]): Progress => {
  const rejected = new Set(decisions.filter((d) => d.decision === 'reject').map((d) => d.position))
  if (rejected.size > 0) {
    const end = (step: Step): StepState => (rejected.has(step.position) ? 'rejected' : step.state === 'completed' ? 'completed' : 'closed')
    return { steps: steps.map((step) => ({ ...step, state: end(step) })), outcome: 'rejected', opened: [] }
  }
  const approvals = (position: number) => decisions.filter((d) => d.position === position).length
  const counted = steps.map((step): Step => (step.state === 'open' && approvals(step.position) >= step.quorum ? { ...step, state: 'completed' } : step))
  if (counted.some((step) => step.state === 'open')) return { steps: counted, outcome: null, opened: [] }
  const waiting = counted.filter((step) => step.state === 'waiting')
  if (waiting.length === 0) return { steps: counted, outcome: 'approved', opened: [] }
  const next = Math.min(...waiting.map((step) => step.sequence))
  const opened = waiting.filter((step) => step.sequence === next).map((step) => step.position)
  return { steps: counted.map((step) => (opened.includes(step.position) ? { ...step, state: 'open' } : step)), outcome: null, opened }
}
