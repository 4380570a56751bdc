import { builtInMethods, findMethod, score, ScoreError, scoreResidual } from '@heng/engine-risk'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assetValueOf, riskFigures, takenBy } from './figures.ts'
import { prepare, type Factors } from './prepare.ts'

const inputFor = (definition: (typeof builtInMethods)[number]) =>
  fc.record(
    Object.fromEntries(definition.factors.map((f) => [f.id, fc.oneof({ weight: 9, arbitrary: fc.integer({ min: f.min, max: f.max }) }, { weight: 1, arbitrary: fc.constant(null) })])),
    { requiredKeys: definition.factors.filter((f) => !f.optional).map((f) => f.id) },
  )

describe.each(builtInMethods.map((d) => [`${d.id}@${d.version}`, d] as const))('%s as look-ups', (id, definition) => {
  const method = prepare(definition)

  it('gives the level that the engine gives, and the axis levels of its steps', () => {
    fc.assert(fc.property(inputFor(definition), (factors) => {
      const { level, likelihood, impact } = method.figure(factors)
      const told = score(id, factors)
      if (told instanceof ScoreError) return void expect(level).toBeNull()
      expect(level).toBe(told.level)
      for (const [axis, value] of [[definition.axes?.likelihood, likelihood], [definition.axes?.impact, impact]] as const) {
        const step = told.steps.find((s) => s.id === axis)
        if (step !== undefined) expect(value).toBe(step.output.level)
      }
    }))
  })

  it('lowers as the engine lowers', () => {
    const reductions = fc.array(fc.record({ control: fc.constant('TM-1'), target: fc.constantFrom(...method.targets), steps: fc.integer({ min: 0, max: 3 }) }), { maxLength: 4 })
    fc.assert(fc.property(inputFor(definition), reductions, (factors, taken) => {
      const told = scoreResidual(id, factors as Record<string, number | null>, taken)
      if (told instanceof ScoreError) throw new Error(told.message.en)
      const sums = takenBy(method, [{ measure: 'm', reductions: [...taken, { target: method.targets[0]!, steps: 0 }] }])!
      expect(method.residual(factors, sums).level).toBe(told.assessed ? told.level : null)
    }))
  })
})

describe('figures of a risk', () => {
  const method = prepare(findMethod('gbt20984-matrix')!)
  const rated: Factors = { threat: 2, vulnerability: 2 }

  it('reproduces the published example A2 T2 V2: value 6, level 1', () => {
    const figures = riskFigures(method, { inherent: rated, current: rated, assetValue: 2, option: null, effects: [] })
    expect(figures.current).toEqual({ level: 1, likelihood: 2, impact: 1 })
    expect(figures.inherent).toEqual(figures.current)
  })

  it('keeps "not assessed" apart from low: asset without value, no measures, unknown effect', () => {
    const base = { inherent: null, current: { threat: 5, vulnerability: 5 }, option: 'reduce', effects: [] }
    expect(riskFigures(method, { ...base, assetValue: null }).current).toMatchObject({ level: null, likelihood: 5 })
    expect(riskFigures(method, { ...base, assetValue: 5 }).residual.level).toBeNull()
    expect(riskFigures(method, { ...base, assetValue: 5, effects: [{ measure: 'm', reductions: [] }] }).residual.level).toBeNull()
    expect(riskFigures(method, { ...base, assetValue: 5, option: 'retain' }).residual.level).toBe(5)
    const lowered = riskFigures(method, { ...base, assetValue: 5, effects: [{ measure: 'm', reductions: [{ target: 'likelihood', steps: 3 }] }] })
    expect(lowered.residual).toMatchObject({ likelihood: 2, impact: 5 })
  })

  it('leaves a rating of another method not assessed instead of guessing', () => {
    const other = prepare(findMethod('iso27005-5x5')!)
    expect(riskFigures(other, { inherent: null, current: rated, assetValue: 2, option: null, effects: [] }).current.level).toBeNull()
  })

  it('takes the highest asset value, and none while a higher one may hide', () => {
    expect(assetValueOf([2, 4])).toBe(4)
    expect(assetValueOf([2, null])).toBeNull()
    expect(assetValueOf([5, null])).toBe(5)
    expect(assetValueOf([])).toBeNull()
  })
})
