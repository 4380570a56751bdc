import type { Ctx } from '@heng/server-kit'
import type { ControlState } from '../control/rules.ts'

/** How far tests support that a control works: percent of its full effect, null for "not assessed". */
export interface Figure {
  readonly percent: number | null
  /** Rests on a test that is overdue. */
  readonly stale: boolean
}
export interface Stated {
  readonly id: string
  readonly state: ControlState
}

/** What tests say today of controls in these states, by control. */
export const figuresOf = async (_ctx: Ctx, controls: readonly Stated[]): Promise<ReadonlyMap<string, Figure>> =>
  new Map(controls.map(({ id, state }) => [id, { percent: state === 'implemented' ? null : 0, stale: false }]))
