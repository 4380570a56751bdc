import { classOf } from '@heng/risks/reads'
import type { ContentLine } from '../../contract/content.ts'
import { implementationOf } from './rules.ts'

type Implementation = NonNullable<ContentLine['implementation']>
type ControlState = ContentLine['linkedControls'][number]['state']

/** What this file says, by name and version: a figure tells which it followed. */
export const supportMethod = { id: 'control-evidence', version: '1' } as const

/** What counts of a control: its state, and how effective tests show it to be. */
export interface Tested {
  readonly state: ControlState
  /** 0–100; null is "not assessed". */
  readonly percent: number | null
  readonly stale: boolean
}

export interface Support {
  /** Null is "not assessed". */
  readonly supported: Implementation | null
  /** `none`: no control counts; `state`: none runs yet, so their states decide; `tests`: their tests do; `untested`: they would, but are not there. */
  readonly why: 'none' | 'state' | 'tests' | 'untested'
  /** Running controls that nobody has tested: more than this the evidence cannot tell. */
  readonly untested: number
  /** A percentage that counts rests on an overdue test. */
  readonly stale: boolean
}

const runs = ({ state }: Tested): boolean => state === 'implemented'

/** A control that runs but was shown to fail counts like one that its owner reports as not working; one that works in part like one that is not finished. */
const shownState = ({ state, percent }: Tested): ControlState => {
  if (state !== 'implemented' || percent === null) return state
  const is = classOf(percent)
  return is === 'effective' ? 'implemented' : is === 'partly' ? 'inProgress' : 'notWorking'
}

/**
 * How far the controls of a line, or of a requirement, were shown to be implemented. Retired ones do not count.
 *
 * | controls that count | supported |
 * |---|---|
 * | none | null |
 * | none runs: one in progress / else one not working / else planned | partly / notWorking / planned |
 * | all run and are effective (≥ 80 %) | implemented |
 * | all that run are ineffective (< 40 %), the others planned or not working | notWorking |
 * | some run partly or ineffectively, or are reported as not working, or beside effective ones some are not there yet | partly |
 * | some run untested, and none is known to fail | null |
 *
 * An untested control beside one that is known to fail leaves "partly" as the most that can be said; `untested` tells it. O(controls).
 */
export const supportOf = (controls: readonly Tested[]): Support => {
  const live = controls.filter((c) => c.state !== 'retired')
  const running = live.filter(runs)
  const untested = running.filter((c) => c.percent === null).length
  const stale = running.some((c) => c.percent !== null && c.stale)
  if (live.length === 0) return { supported: null, why: 'none', untested, stale }
  if (running.length === 0) return { supported: implementationOf(live.map((c) => c.state)), why: 'state', untested, stale }
  if (untested === 0) return { supported: implementationOf(live.map(shownState)), why: 'tests', untested, stale }
  const isFailing = live.some((c) => c.state === 'notWorking' || (runs(c) && c.percent !== null && classOf(c.percent) !== 'effective'))
  return isFailing ? { supported: 'partly', why: 'tests', untested, stale } : { supported: null, why: 'untested', untested, stale }
}

const rank: Readonly<Record<Implementation, number>> = { notWorking: 0, notImplemented: 1, planned: 2, partly: 3, implemented: 4 }

/** Whether evidence supports less than a line states, or more; null where they agree or evidence says nothing. Nothing stated counts as not implemented. */
export const driftOf = (stated: Implementation | null, { supported }: Pick<Support, 'supported'>): 'less' | 'more' | null => {
  if (supported === null || supported === stated) return null
  return rank[supported] < rank[stated ?? 'notImplemented'] ? 'less' : 'more'
}
