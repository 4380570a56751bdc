import { meanOf, simulate } from '@heng/engine-loss'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossModel, type LossModel, type Reduction } from '../../contract/index.ts'
import { leftOver, reduced } from './reduce.ts'

const control = (values: Partial<Reduction>): Reduction => ({ kind: 'control', id: 'c', reference: 'C-1', name: 'Backup', stale: false, effectiveness: 100, frequency: 0, magnitude: 0, ...values })
const model: LossModel = { frequency: { poisson: { rate: 2 } }, magnitude: { lognormal: { p5: 1_000, p95: 100_000 } }, secondary: { probability: 0.2, magnitude: { pert: { min: 0, mode: 10, max: 90 } } }, cap: 5e6 }

describe('what controls leave', () => {
  it('is everything without controls, known for sure', () => expect(leftOver([])).toEqual({ worst: { frequency: 1, magnitude: 1 }, best: { frequency: 1, magnitude: 1 }, open: [] }))
  it('is a product: each takes its share of what the others leave', () => {
    const { worst, best, open } = leftOver([control({ frequency: 50 }), control({ frequency: 50, magnitude: 20, effectiveness: 50 })])
    expect(worst).toEqual({ frequency: 0.5 * 0.75, magnitude: 0.9 })
    expect([best, open]).toEqual([worst, []])
  })
  it('lies between nothing and all where nobody has tested', () => {
    expect(leftOver([control({ id: 'x', effectiveness: null, frequency: 80 })])).toEqual({ worst: { frequency: 1, magnitude: 1 }, best: { frequency: expect.closeTo(0.2, 12), magnitude: 1 }, open: ['x'] })
  })
  it('has no lower bound where nobody has stated the effect', () => {
    expect(leftOver([control({ id: 'x', frequency: null, magnitude: null }), control({ frequency: 10 })])).toEqual({ worst: { frequency: expect.closeTo(0.9, 12), magnitude: 1 }, best: null, open: ['x'] })
  })
  it('is what was stated where only one of the two effects was', () => {
    const left = { frequency: expect.closeTo(0.2, 12), magnitude: 1 }
    expect(leftOver([control({ frequency: 80, magnitude: null })])).toEqual({ worst: left, best: left, open: [] })
  })
  it('is known of what does not work at all, or does nothing here', () => {
    expect(leftOver([control({ effectiveness: 0, frequency: null, magnitude: null }), control({ effectiveness: null })]).open).toEqual([])
  })
  it('is never more at best than at worst', () => fc.assert(fc.property(fc.array(fc.record({
    effectiveness: fc.option(fc.integer({ min: 0, max: 100 })), frequency: fc.option(fc.integer({ min: 0, max: 100 })), magnitude: fc.option(fc.integer({ min: 0, max: 100 })),
  })), (given) => {
    const { worst, best, open } = leftOver(given.map((values, i) => control({ id: String(i), ...values })))
    if (best !== null) expect([best.frequency <= worst.frequency, best.magnitude <= worst.magnitude]).toEqual([true, true])
    if (open.length === 0) expect(best).toEqual(worst)
  })))
})

describe('a reduced model', () => {
  it('is the model itself where nothing is taken off', () => expect(reduced(model, { frequency: 1, magnitude: 1 })).toEqual(model))
  it.each<[string, LossModel['magnitude']]>([
    ['lognormal', { lognormal: { p5: 1_000, p95: 100_000 } }], ['PERT', { pert: { min: 10, mode: 20, max: 90 } }], ['modified PERT', { modifiedPert: { min: 1, mode: 2, max: 9, weight: 3 } }], ['uniform', { uniform: { min: 3, max: 5 } }],
    ['constant', { constant: { amount: 7 } }], ['seen', { empirical: { values: [3, 9], weights: [1, 2] } }], ['mixed', { mixture: { parts: [{ weight: 1, magnitude: { constant: { amount: 8 } } }] } }],
  ])('of %s cost can be simulated, and costs in proportion', (_, magnitude) => {
    const half = reduced({ frequency: { bernoulli: { p: 1 } }, magnitude }, { frequency: 1, magnitude: 0.5 })
    expect(lossModel.safeParse(half).success).toBe(true)
    const of = (one: LossModel) => simulate({ scenarios: [{ id: 'x', ...one }], years: 20_000, seed: 1 }).scenarios[0]!.mean
    expect(of(half) / of({ frequency: { bernoulli: { p: 1 } }, magnitude })).toBeCloseTo(0.5, 9)
  })
  it('has fewer events, whatever their kind, and none where all is taken off', () => {
    for (const frequency of [model.frequency, { bernoulli: { p: 0.5 } }, { negativeBinomial: { mean: 3, dispersion: 2 } }, { between: { p5: 1, p95: 4 } }]) {
      expect(meanOf(reduced({ ...model, frequency }, { frequency: 0.25, magnitude: 1 }).frequency) / meanOf(frequency)).toBeCloseTo(0.25, 12)
    }
    const none = reduced(model, { frequency: 0, magnitude: 0 })
    expect(lossModel.safeParse(none).success).toBe(true)
    expect(simulate({ scenarios: [{ id: 'x', ...none }], years: 1_000, seed: 1 }).portfolio.maximum).toBe(0)
  })
})
