import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isAllowed, remaining } from './effect.ts'
import { frontier } from './frontier.ts'
import type { Measure, Problem, Scenario } from './problem.ts'
import { choose } from './solve.ts'

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0)

/** Every choice there is. */
const best = (problem: Problem): number | null => {
  const { measures, budget } = problem
  const options = budget.length + 1
  let least: number | null = null
  for (let code = 0; code < options ** measures.length; code++) {
    const choice = new Map(measures.flatMap(({ id }, i) => {
      const year = Math.floor(code / options ** i) % options
      return year === budget.length ? [] : [[id, year] as const]
    }))
    if (!isAllowed(problem, choice)) continue
    const loss = sum(remaining(problem, choice))
    if (least === null || loss < least) least = loss
  }
  return least
}

const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']
const some = fc.subarray(names, { maxLength: 1 })
const measure = (id: string) => fc.record({
  id: fc.constant(id), cost: fc.integer({ min: 0, max: 50 }), upkeep: fc.integer({ min: 0, max: 10 }),
  mandatory: fc.boolean().map((yes) => yes && id === 'a'), excluded: fc.constant(id === 'b'),
  requires: some, conflicts: some.map((ids) => ids.filter((other) => other !== id)),
})
const problems = (years: number, count: number): fc.Arbitrary<Problem> => fc.record({
  measures: fc.tuple(...names.slice(0, count).map(measure)).map((all) => all.map((one) => ({ ...one, requires: one.requires.filter((id) => names.indexOf(id) < count), conflicts: one.conflicts.filter((id) => names.indexOf(id) < count) }))),
  scenarios: fc.array(fc.record({ loss: fc.integer({ min: 0, max: 1_000 }), reductions: fc.dictionary(fc.constantFrom(...names.slice(0, count)), fc.constantFrom(0, 0.1, 0.35, 0.5, 0.9, 1)) }), { minLength: 1, maxLength: 5 })
    .map((all) => all.map((one, i) => ({ id: `s${i}`, ...one }))),
  budget: fc.array(fc.integer({ min: 0, max: 120 }), { minLength: years, maxLength: years }),
})

describe('choose', () => {
  it.each([[1, 8], [2, 5], [3, 4]])('over %d years finds what trying everything finds', async (years, count) => {
    await fc.assert(fc.asyncProperty(problems(years, count), async (problem) => {
      const wanted = best(problem)
      const plan = await choose(problem)
      expect(plan.status).toBe(wanted === null ? 'infeasible' : 'optimal')
      if (wanted === null) return
      const choice = new Map(plan.chosen.map(({ measure, year }) => [measure, year]))
      expect(isAllowed(problem, choice, 1e-6)).toBe(true)
      expect(sum(plan.years.map(({ after }) => after))).toBeCloseTo(wanted, 4)
    }), { numRuns: 60 })
  })

  const measures: Measure[] = [{ id: 'firewall', cost: 40 }, { id: 'training', cost: 30 }, { id: 'backup', cost: 30 }]
  const scenarios: Scenario[] = [
    { id: 'malware', loss: 100, reductions: { firewall: 0.5, training: 0.5 } },
    { id: 'ransom', loss: 90, reductions: { backup: 0.6 } },
  ]
  it('honours that measures overlap: two halves leave a quarter, and money goes where it takes away more', async () => {
    // The firewall takes away as much as the training does; of plans that leave the same, the cheaper.
    const plan = await choose({ measures, scenarios, budget: [70] })
    expect(plan).toMatchObject({ status: 'optimal', gap: 0, chosen: [{ measure: 'training', year: 0 }, { measure: 'backup', year: 0 }] })
    expect(plan.years[0]).toEqual({ before: 190, after: expect.closeTo(86, 9), cost: 60 })
  })
  it('spends nothing on what changes nothing', async () => {
    const plan = await choose({ measures: [...measures, { id: 'poster', cost: 5 }], scenarios, budget: [1_000] })
    expect(plan.chosen.map(({ measure }) => measure)).toEqual(['firewall', 'training', 'backup'])
    expect(plan.years[0]).toEqual({ before: 190, after: expect.closeTo(61, 9), cost: 100 })
  })
  it('begins early what pays early, and counts upkeep', async () => {
    const plan = await choose({ measures: [{ id: 'backup', cost: 30, upkeep: 10 }], scenarios: scenarios.slice(1), budget: [30, 10, 5] })
    expect(plan.chosen).toEqual([])
    const paid = await choose({ measures: [{ id: 'backup', cost: 30, upkeep: 10 }], scenarios: scenarios.slice(1), budget: [30, 10, 10] })
    expect(paid).toMatchObject({ chosen: [{ measure: 'backup', year: 0 }], years: [{ cost: 30 }, { cost: 10 }, { cost: 10 }] })
  })
  it('says when must-haves cannot be had', async () => expect(await choose({ measures: [{ id: 'a', cost: 10, mandatory: true }], scenarios: [], budget: [5] })).toMatchObject({ status: 'infeasible' }))
  it.each<[string, Partial<Problem>, string]>([
    ['a negative cost', { measures: [{ id: 'a', cost: -1 }] }, 'measures[0].cost'],
    ['a reduction above one', { scenarios: [{ id: 's', loss: 1, reductions: { firewall: 1.2 } }] }, 'scenarios[0].reductions.firewall'],
    ['an unknown measure', { scenarios: [{ id: 's', loss: 1, reductions: { x: 0.2 } }] }, 'scenarios[0].reductions'],
    ['a loss that is no number', { scenarios: [{ id: 's', loss: Number.NaN, reductions: {} }] }, 'scenarios[0].loss'],
    ['no budget', { budget: [] }, 'budget'],
  ])('refuses %s and names the field', (_name, wrong, field) => expect(choose({ measures, scenarios, budget: [1], ...wrong })).rejects.toMatchObject({ field }))
})

describe('choose, where one loss has more measures than are taken together', () => {
  it('still finds what trying everything finds', async () => {
    const measures = names.map((id, i) => ({ id, cost: 10 + i * 3 }))
    for (const amount of [0, 35, 60, 90, 150]) {
      const problem: Problem = { measures, budget: [amount], scenarios: [{ id: 's', loss: 1_000, reductions: Object.fromEntries(names.map((id, i) => [id, 0.1 + i * 0.07])) }, { id: 't', loss: 300, reductions: { a: 0.9, b: 0.5 } }] }
      expect(sum((await choose(problem)).years.map(({ after }) => after))).toBeCloseTo(best(problem)!, 4)
    }
  })
  it('gives the best so far when it is stopped', async () => {
    const measures = Array.from({ length: 60 }, (_, i) => ({ id: `m${i}`, cost: 1_000 + ((i * 7_919) % 997) }))
    const scenarios = Array.from({ length: 300 }, (_, i) => ({ id: `s${i}`, loss: 100 + ((i * 104_729) % 1_009), reductions: Object.fromEntries([3, 7, 11, 13].map((k) => [`m${(i * k) % 60}`, 0.2 + k / 30])) }))
    let asked = 0
    const plan = await choose({ measures, scenarios, budget: [30_000] }, { seconds: 20, isStopped: () => ++asked > 3 })
    expect(['gap', 'optimal']).toContain(plan.status)
    expect(plan.years[0]!.after).toBeLessThan(plan.years[0]!.before)
    if (plan.status === 'gap') expect(plan.gap).toBeGreaterThan(0)
  })
})

describe('frontier', () => {
  it('never leaves more loss for more money', async () => {
    const measures = Array.from({ length: 12 }, (_, i) => ({ id: `m${i}`, cost: 10 + ((i * 7) % 11) }))
    const scenarios = Array.from({ length: 20 }, (_, i) => ({ id: `s${i}`, loss: 100 + i * 10, reductions: { [`m${i % 12}`]: 0.5, [`m${(i * 5) % 12}`]: 0.3 } }))
    const points = await frontier({ measures, scenarios, budget: [100] }, 6)
    expect(points).toHaveLength(6)
    expect(points[0]).toMatchObject({ cost: 0, loss: sum(scenarios.map(({ loss }) => loss)) })
    for (const [i, { loss, cost, share }] of points.entries()) {
      expect(cost).toBeLessThanOrEqual(100 * share + 1e-9)
      if (i > 0) expect(loss).toBeLessThanOrEqual(points[i - 1]!.loss)
    }
  })
})
