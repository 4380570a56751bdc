import { exact, isBelow, least, minus, one, plus, power, rounded, tenths, tenthsUp, ten, times, zero, type Exact } from './exact.ts'
import type { Vector } from './vector.ts'
import { weights } from './weights.ts'

const harm = 'H 0.56 L 0.22 N 0'
const requirement = 'X 1 L 0.5 M 1 H 1.5'
const table = weights({
  AV: 'N 0.85 A 0.62 L 0.55 P 0.2', AC: 'L 0.77 H 0.44', UI: 'N 0.85 R 0.62', C: harm, I: harm, A: harm,
  E: 'X 1 U 0.91 P 0.94 F 0.97 H 1', RL: 'X 1 O 0.95 T 0.96 W 0.97 U 1', RC: 'X 1 U 0.92 R 0.96 C 1', CR: requirement, IR: requirement, AR: requirement,
})
/** What privileges weigh depends on whether the scope changes. */
const privileges = weights({ U: 'N 0.85 L 0.62 H 0.27', C: 'N 0.85 L 0.68 H 0.5' })

const n = {
  exploit: exact('8.22'), unchanged: exact('6.42'), changed: exact('7.52'), shift: exact('0.029'), bend: exact('3.25'), bendShift: exact('0.02'),
  shrink: exact('0.9731'), most: exact('0.915'), wider: exact('1.08'),
}

/** Scores in tenths. */
export interface TenthsV3 {
  readonly base: number
  readonly temporal: number
  readonly environmental: number
}

/**
 * Base, temporal and environmental score of a vector of version 3.0 or 3.1, also where nothing of the group is told: the environmental equation of 3.1 bends
 * otherwise where the scope changes, so it may differ from the base by a tenth. O(1). CVSS v3.0 8, v3.1 7 and Appendix A (roundup by whole numbers).
 */
export const scoreV3 = (vector: Vector): TenthsV3 => {
  const value = (name: string): string => vector.values.get(name) ?? 'X'
  /** A modified metric stands for the base metric where it says something. */
  const modified = (name: string): string => (vector.values.has(`M${name}`) ? value(`M${name}`) : value(name))
  const up = (a: Exact): number => tenthsUp(vector.version === '3.1' ? rounded(a, 5) : a)
  const weight = (name: string, is: string): Exact => table[name]![is]!

  const scoreBy = (of: (name: string) => string, impactOf: (isChanged: boolean) => Exact): number => {
    const isChanged = of('S') === 'C'
    const impact = impactOf(isChanged)
    if (!isBelow(zero, impact)) return 0
    const exploitability = times(n.exploit, weight('AV', of('AV')), weight('AC', of('AC')), privileges[of('S')]![of('PR')]!, weight('UI', of('UI')))
    const sum = plus(impact, exploitability)
    return up(least(ten, isChanged ? times(n.wider, sum) : sum))
  }
  const leftOver = (of: (name: string) => string, required: boolean): Exact =>
    times(...(['C', 'I', 'A'] as const).map((name) => minus(one, times(weight(name, of(name)), required ? weight(`${name}R`, value(`${name}R`)) : one))))
  const impactBy = (iss: Exact, bent: Exact, by: number) => (isChanged: boolean): Exact =>
    isChanged ? minus(times(n.changed, minus(iss, n.shift)), times(n.bend, power(bent, by))) : times(n.unchanged, iss)

  const iss = minus(one, leftOver(value, false))
  const base = scoreBy(value, impactBy(iss, minus(iss, n.bendShift), 15))
  const temporalOf = (score: number): number => up(times(tenths(score), weight('E', value('E')), weight('RL', value('RL')), weight('RC', value('RC'))))
  const environmental = (): number => {
    const miss = least(minus(one, leftOver(modified, true)), n.most)
    const impact = vector.version === '3.1' ? impactBy(miss, minus(times(miss, n.shrink), n.bendShift), 13) : impactBy(miss, minus(miss, n.bendShift), 15)
    return temporalOf(scoreBy(modified, impact))
  }
  return { base, temporal: temporalOf(base), environmental: environmental() }
}
