import type { Measure, Standing } from '../contract/shared.ts'
import type { Limits } from '../contract/statement.ts'
import type { Resolved } from './resolve.ts'

/** Where a value stands; what nobody assessed is no low value. */
export const standingOf = (value: number | null, limits: NonNullable<Limits>): Standing => {
  if (value === null) return 'notAssessed'
  if (value > limits.tolerance) return 'breach'
  return value > limits.appetite ? 'watch' : 'within'
}

export interface Figures {
  readonly current: number | null
  readonly planned: number | null
  /** Minor units of the statement's currency; null where nobody assessed them. */
  readonly expected: number | null
  readonly extreme: number | null
}

export interface Standings {
  readonly overall: Standing | null
  readonly level: Standing | null
  readonly planned: Standing | null
  readonly expected: Standing | null
  readonly extreme: Standing | null
  /** What of today is beyond tolerance. */
  readonly beyond: readonly Measure[]
}

const limitOf = { current: 'level', planned: 'level', expected: 'expected', extreme: 'extreme' } as const

/**
 * The risk as a whole stands by what is true today: level, expected loss, loss of a bad year; the worst of them. What is planned
 * is told beside it and mends nothing before it is done. An unknown level leaves the whole unknown unless an amount is
 * known to be beyond; unknown amounts alone do not, since most organisations begin with levels.
 */
export const standingsOf = (figures: Figures, lines: Resolved): Standings => {
  const by = (measure: Measure): Standing | null => {
    const line = lines[limitOf[measure]]
    return line === null ? null : standingOf(figures[measure], line[limitOf[measure]]!)
  }
  const [level, planned, expected, extreme] = [by('current'), by('planned'), by('expected'), by('extreme')]
  const today = [['current', level], ['expected', expected], ['extreme', extreme]] as const
  const beyond = today.filter(([, s]) => s === 'breach').map(([measure]) => measure)
  return { overall: overallOf(level, [expected, extreme]), level, planned, expected, extreme, beyond }
}

const overallOf = (level: Standing | null, amounts: readonly (Standing | null)[]): Standing | null => {
  const all = [level, ...amounts].filter((s) => s !== null)
  if (all.length === 0) return null
  if (all.includes('breach')) return 'breach'
  if (all.includes('watch')) return 'watch'
  if (level === 'notAssessed') return 'notAssessed'
  return all.includes('within') ? 'within' : 'notAssessed'
}
