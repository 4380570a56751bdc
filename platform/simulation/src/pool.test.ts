import { blockYears, simulate, type Scenario } from '@heng/engine-loss'
import { afterAll, describe, expect, it } from 'vitest'
import { createPool } from './pool.ts'
import { markCount, marksOf, work } from './task.ts'

const scenarios: readonly Scenario[] = Array.from({ length: 5 }, (_, i) => ({
  id: `S-${i}`, frequency: { poisson: { rate: 0.4 + i } }, magnitude: { lognormal: { mu: 8 + i / 3, sigma: 1 } },
}))
const pools = [createPool(1), createPool(3)]
afterAll(() => Promise.all(pools.map((pool) => pool.close())))

describe('workers', () => {
  it('answer what one thread answers, bit for bit, one or three of them', async () => {
    const wanted = { scenarios, years: 100_003, seed: 12 }
    const alone = simulate(wanted)
    for (const pool of pools) expect(await pool.simulate(wanted)).toEqual(alone)
  })

  it('answer several questions in turn', async () => {
    const [a, b] = await Promise.all([1, 2].map((seed) => pools[1]!.simulate({ scenarios, years: 20_000, seed })))
    expect(a).toEqual(simulate({ scenarios, years: 20_000, seed: 1 }))
    expect(b).toEqual(simulate({ scenarios, years: 20_000, seed: 2 }))
  })

  it('tell how far they are, and stop when told to', async () => {
    const told: number[] = []
    await pools[1]!.simulate({ scenarios, years: 400_000, seed: 1, progress: (done, of) => told.push(done / of) })
    expect(told.at(-1)).toBe(1)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    const abort = new AbortController()
    const running = pools[1]!.simulate({ scenarios, years: 5_000_000, seed: 1, signal: abort.signal })
    setTimeout(() => abort.abort(new Error('enough')), 50)
    await expect(running).rejects.toThrow('enough')
    expect((await pools[1]!.simulate({ scenarios, years: 2_000, seed: 1 })).scenarios).toHaveLength(5)
  })

  it('take no further piece once they are to stop', () => {
    const years = 3 * blockYears
    const [losses, portfolio, marks] = [new SharedArrayBuffer(8 * years * scenarios.length), new SharedArrayBuffer(8 * years), new SharedArrayBuffer(4 * markCount)]
    const job = { scenarios, correlations: undefined, from: 0, to: scenarios.length, years, seed: 1, losses, portfolio, stride: 1, marks }
    const isDrawn = (): boolean => new Float64Array(portfolio).some((sum) => sum > 0)
    Atomics.store(new Int32Array(marks), marksOf.stopped, 1)
    work('draw', job)
    expect(isDrawn()).toBe(false)
    Atomics.store(new Int32Array(marks), marksOf.stopped, 0)
    work('draw', job)
    expect(isDrawn()).toBe(true)
  })

  it('that have ended are told, to the question at work and to later ones', async () => {
    const pool = createPool(2)
    // A scenario that cannot be made ready: what the schema would have refused.
    const wrong = { id: 'wrong', frequency: {}, magnitude: {} } as Scenario
    await expect(pool.simulate({ scenarios: [wrong], years: 1_000, seed: 1 })).rejects.toThrow()
    await expect.poll(() => pool.simulate({ scenarios, years: 1_000, seed: 1 }).then(() => 'answered', (error: Error) => error.message)).toMatch(/a worker of the pool has ended/)
    await pool.close()
  })
})

describe('what scenarios cost in the worst years', () => {
  const wanted = { scenarios, years: 60_001, seed: 5, tail: 0.95 }
  it('is the same from one thread and from three, and adds up to the expected shortfall', async () => {
    const alone = simulate(wanted)
    expect(await pools[1]!.simulate(wanted)).toEqual(alone)
    const { tail, portfolio } = alone
    expect(tail!.years / wanted.years).toBeCloseTo(0.05, 4)
    expect(tail!.parts.reduce((sum, part) => sum + part, 0) / portfolio.es95).toBeCloseTo(1, 6)
    // The largest scenario makes more of the bad years than of the mean.
    const share = (of: readonly number[]): number => of.at(-1)! / of.reduce((sum, one) => sum + one, 0)
    expect(share(tail!.parts)).toBeGreaterThan(share(alone.scenarios.map(({ mean }) => mean)))
  })
  it('does not change the figures', () => expect(simulate(wanted).scenarios).toEqual(simulate({ ...wanted, tail: undefined }).scenarios))
})

describe('variants of one scenario', () => {
  it('have years in common: what can only lose less never loses more', async () => {
    const variant = (rate: number): Scenario => ({ id: 'one', frequency: { poisson: { rate } }, magnitude: { constant: { amount: 1 } } })
    const years = 3 * blockYears
    const wanted = { scenarios: [variant(2), variant(2), variant(1)], years, seed: 3, alike: true }
    const { scenarios: [a, b, c] } = await pools[1]!.simulate(wanted)
    expect(b).toEqual(a)
    expect(simulate(wanted).scenarios[2]).toEqual(c)
    const both = simulate({ ...wanted, scenarios: [variant(2), { ...variant(1), magnitude: { constant: { amount: 0.5 } } }] })
    expect(both.portfolio.mean).toBeCloseTo(a!.mean + c!.mean / 2, 6)
    // Drawn from the same shares, their numbers of events move together: sums spread as far as both at once.
    expect(both.portfolio.standardDeviation).toBeGreaterThan(0.97 * (a!.standardDeviation + c!.standardDeviation / 2))
  })
})
