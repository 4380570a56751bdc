import { effectivenessMethod, operating } from './method.ts'
import { judge, type Judged, type Procedure } from './procedure.ts'
import { kindStep, outcomeStep, procedureStep, stateStep, type Step } from './steps.ts'

export type ControlState = 'planned' | 'inProgress' | 'implemented' | 'notWorking' | 'retired'

export interface Asked {
  readonly state: ControlState
  readonly procedures: readonly Procedure[]
}

export interface Effectiveness {
  /** Whole percent of the control's full effect that tests support; null is "not assessed". */
  readonly percent: number | null
  /** Rests on a test that is overdue. */
  readonly stale: boolean
  readonly steps: readonly Step[]
  readonly method: typeof effectivenessMethod
}

/** Procedures that have a say: those not yet done, and never done so far, are left out until they lapse. */
const speaking = (all: readonly Judged[]): Judged[] => all.filter(({ standing }) => standing !== 'pending' && standing !== 'missing')

/** The weakest decides. Nothing at all is known as nothing; else one that is not assessed leaves it open. */
const weakest = (percents: readonly (number | null)[]): number | null =>
  percents.length === 0 ? null : percents.includes(0) ? 0 : percents.includes(null) ? null : Math.min(...(percents as number[]))

const partOf = (all: readonly Judged[], kind: Part['kind']): Part => {
  const own = all.filter(({ procedure }) => procedure.kind === kind)
  const known = speaking(own)
  return { kind, own, known, percent: weakest(known.map(({ percent }) => percent)) }
}

/**
 * How far tests support that a control works. A control that does not operate is worth 0. Otherwise design and operation each are as good
 * as their weakest procedure; operation counts for no more than the design allows, and a design alone, however good, does not show that
 * anything operates (ISAE 3402 and AT-C 320: a report of type 1 says nothing of operation). Where the design was never tested, operation
 * speaks for itself. O(procedures).
 */
export const effectiveness = ({ state, procedures }: Asked): Effectiveness => {
  const all = procedures.map(judge)
  const told = (percent: number | null, stale: boolean, steps: readonly Step[]): Effectiveness => ({ percent, stale, steps, method: effectivenessMethod })
  if (!operating.has(state)) return told(0, false, [stateStep(state, 0)])
  const [design, operation] = [partOf(all, 'design'), partOf(all, 'operating')]
  const percent =
    design.percent === 0 || operation.percent === 0 ? 0
    : operation.percent === null || (design.known.length > 0 && design.percent === null) ? null
    : Math.min(operation.percent, design.percent ?? 100)
  const stale = all.some((one) => one.stale)
  return told(percent, stale, [
    stateStep(state, null),
    ...all.map(procedureStep),
    ...[design, operation].filter(({ own }) => own.length > 0).map(kindStep),
    outcomeStep(design, operation, percent),
  ])
}

export interface Part {
  readonly kind: 'design' | 'operating'
  readonly own: readonly Judged[]
  readonly known: readonly Judged[]
  readonly percent: number | null
}
