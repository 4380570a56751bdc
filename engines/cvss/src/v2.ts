import { exact, isBelow, least, minus, one, plus, tenths, tenthsNear, ten, times, zero, type Exact } from './exact.ts'
import { tells, type Vector } from './vector.ts'
import { weights } from './weights.ts'

const table = weights({
  AV: 'L 0.395 A 0.646 N 1.0', AC: 'H 0.35 M 0.61 L 0.71', Au: 'M 0.45 S 0.56 N 0.704', C: 'N 0 P 0.275 C 0.660', I: 'N 0 P 0.275 C 0.660', A: 'N 0 P 0.275 C 0.660',
  E: 'U 0.85 POC 0.9 F 0.95 H 1.00 ND 1', RL: 'OF 0.87 TF 0.90 W 0.95 U 1.00 ND 1', RC: 'UC 0.90 UR 0.95 C 1.00 ND 1',
  CDP: 'N 0 L 0.1 LM 0.3 MH 0.4 H 0.5 ND 0', TD: 'N 0 L 0.25 M 0.75 H 1.00 ND 1', CR: 'L 0.5 M 1.0 H 1.51 ND 1', IR: 'L 0.5 M 1.0 H 1.51 ND 1', AR: 'L 0.5 M 1.0 H 1.51 ND 1',
})
const [impactFactor, exploitFactor, impactShare, exploitShare, offset, scale] = ['10.41', '20', '0.6', '0.4', '1.5', '1.176'].map(exact) as [Exact, Exact, Exact, Exact, Exact, Exact]

/** Scores in tenths. Null: no metric of that group says anything. */
export interface TenthsV2 {
  readonly base: number
  readonly temporal: number | null
  readonly environmental: number | null
}

/** Base, temporal and environmental score of a vector of version 2.0. O(1). CVSS v2.0 Complete Guide 3.2. */
export const scoreV2 = (vector: Vector): TenthsV2 => {
  const of = (name: string): Exact => table[name]![vector.values.get(name) ?? 'ND']!
  const unharmed = (metric: string, requirement: Exact): Exact => minus(one, times(of(metric), requirement))
  const impactBy = (c: Exact, i: Exact, a: Exact): Exact => times(impactFactor, minus(one, times(unharmed('C', c), unharmed('I', i), unharmed('A', a))))
  const exploitability = times(exploitFactor, of('AV'), of('AC'), of('Au'))
  const baseBy = (impact: Exact): number => {
    if (!isBelow(zero, impact)) return 0
    const sum = minus(plus(times(impactShare, impact), times(exploitShare, exploitability)), offset)
    return isBelow(sum, zero) ? 0 : tenthsNear(times(sum, scale))
  }
  const temporalOf = (base: number): number => tenthsNear(times(tenths(base), of('E'), of('RL'), of('RC')))
  const base = baseBy(impactBy(one, one, one))
  const adjusted = (): number => {
    const temporal = tenths(temporalOf(baseBy(least(ten, impactBy(of('CR'), of('IR'), of('AR'))))))
    return tenthsNear(times(plus(temporal, times(minus(ten, temporal), of('CDP'))), of('TD')))
  }
  return { base, temporal: tells(vector, 'temporal') ? temporalOf(base) : null, environmental: tells(vector, 'environmental') ? adjusted() : null }
}
