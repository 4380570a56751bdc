import { builtInMethods, findMethod } from '@heng/engine-risk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classOf, evidencedOf, stepsAt, supportOf, type Evidenced, type Safeguard } from './evidence.ts'
import { fitting, withAsset } from './figures.ts'
import { prepare, type Factors, type Method } from './prepare.ts'

const methods = builtInMethods.map(prepare)
const safeguard = (method: Method) => fc.record<Safeguard>({
  percent: fc.option(fc.integer({ min: 0, max: 100 })),
  stale: fc.boolean(),
  reductions: fc.uniqueArray(fc.record({ target: fc.constantFrom(...method.targets), steps: fc.option(fc.integer({ min: 0, max: 3 }), { freq: 6 }) }), { selector: (r) => r.target, maxLength: 2 }),
})
const asked = fc.constantFrom(...methods).chain((method) => fc.record({
  method: fc.constant(method),
  factors: fc.record(Object.fromEntries(method.rated.map((f) => [f.id, fc.option(fc.integer({ min: f.min, max: f.max }), { freq: 12 })]))) as fc.Arbitrary<Factors>,
  asset: fc.option(fc.integer({ min: 1, max: 5 }), { freq: 12 }),
  safeguards: fc.array(safeguard(method), { maxLength: 3 }),
}))

/** Word for word: tries everything that is not known (any percentage, any number of steps) and looks how far the level moves. */
const naive = (method: Method, factors: Factors, asset: number | null, safeguards: readonly Safeguard[]) => {
  const levels = new Set<number | null>()
  const walk = (rest: readonly Safeguard[], taken: Readonly<Record<string, number>>): void => {
    const [next, ...others] = rest
    if (next === undefined) return void levels.add(method.residual(fitting(method, withAsset(method, factors, asset)), taken).level)
    for (const percent of next.percent === null ? [0, 50, 100] : [next.percent]) {
      const plus = { ...taken }
      for (const { target, steps } of next.reductions) plus[target] = (plus[target] ?? 0) + stepsAt(steps!, percent)
      walk(others, plus)
    }
  }
  walk(safeguards, {})
  return [...levels]
}
const isTold = (s: Safeguard) => s.reductions.length > 0 && s.reductions.every((r) => r.steps !== null)

describe('the level that evidence supports', () => {
  it('lies where a try of everything that is not known leaves it', () => {
    fc.assert(fc.property(asked, ({ method, factors, asset, safeguards }) => {
      const told = evidencedOf(method, factors, asset, safeguards)
      const known = safeguards.filter((s) => isTold(s) || (s.percent !== null && classOf(s.percent) === 'ineffective'))
      const counted = known.map((s) => (isTold(s) ? s : { ...s, reductions: [] }))
      const tried = naive(method, factors, asset, counted)
      const levels = tried.filter((l) => l !== null)
      if (levels.length === 0) return void expect(told).toMatchObject({ figure: { level: null }, worst: null })
      expect(told.worst).toBe(Math.max(...levels))
      if (known.length < safeguards.length) return void expect(told).toMatchObject({ figure: { level: null }, best: null })
      expect(told.best).toBe(Math.min(...levels))
      if (safeguards.every((s) => s.percent !== null)) expect(told.figure.level).toBe(levels[0])
      else if (levels.length > 1) expect(told.figure.level).toBeNull()
    }), { numRuns: 2_000 })
  })

  it('never gets worse when a control works better', () => {
    fc.assert(fc.property(asked, fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), ({ method, factors, asset, safeguards }, a, b) => {
      if (safeguards.length === 0) return
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      const at = (percent: number) => evidencedOf(method, factors, asset, [{ ...safeguards[0]!, percent }, ...safeguards.slice(1)])
      const [before, after] = [at(low).worst, at(high).worst]
      if (before !== null && after !== null) expect(after).toBeLessThanOrEqual(before)
    }))
  })

  it('is not assessed without an inherent rating, and the inherent one without safeguards', () => {
    const method = prepare(findMethod('iso27005-5x5')!)
    expect(evidencedOf(method, null, 3, [])).toMatchObject({ figure: { level: null }, best: null, worst: null })
    const inherent = { likelihood: 4, consequence: 4 }
    expect(evidencedOf(method, inherent, null, []).figure).toEqual(method.figure(inherent))
  })

  it('goes by class at its edges', () => {
    expect([100, 80, 79, 40, 39, 0].map(classOf)).toEqual(['effective', 'effective', 'partly', 'partly', 'ineffective', 'ineffective'])
    expect([[2, 80], [3, 79], [1, 79], [3, 39]].map(([steps, percent]) => stepsAt(steps!, percent!))).toEqual([2, 1, 0, 0])
  })
})

describe('whether a rating holds', () => {
  const at = (level: number | null, best: number | null, worst: number | null): Evidenced => ({ figure: { level, likelihood: null, impact: null }, best, worst, stale: false })
  it.each([
    [3, at(3, 3, 3), 'supported'], [2, at(3, 3, 3), 'unsupported'], [4, at(3, 3, 3), 'better'],
    [4, at(null, 2, 4), 'supported'], [3, at(null, 2, 4), null], [1, at(null, 2, 4), 'unsupported'], [4, at(null, null, 4), 'supported'], [3, at(null, null, 4), null],
    [null, at(3, 3, 3), null], [3, at(null, null, null), null],
  ] as const)('%s against %o is %s', (current, evidenced, support) => {
    expect(supportOf(current, evidenced)).toBe(support)
  })
})
