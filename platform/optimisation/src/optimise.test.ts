import { choose, type Problem } from '@heng/engine-treatment'
import { describe, expect, it } from 'vitest'
import { optimise, type Question } from './index.ts'

const problem: Problem = {
  measures: [{ id: 'a', cost: 100 }, { id: 'b', cost: 60 }, { id: 'c', cost: 50 }],
  scenarios: [{ id: 's', loss: 1_000, reductions: { a: 0.6, b: 0.4, c: 0.35 } }, { id: 't', loss: 200, reductions: { c: 0.5 } }],
  budget: [110],
}
const seconds = { best: 10, other: 5 }

describe('choosing in a thread of its own', () => {
  it('answers what the engine answers, with what other budgets buy', async () => {
    const told: number[] = []
    const { best, frontier, halved } = await optimise({ problem, seconds }, { progress: (done, of) => told.push(done / of) })
    expect(best).toEqual(await choose(problem))
    expect(best).toMatchObject({ status: 'optimal', chosen: [{ measure: 'b' }, { measure: 'c' }] })
    expect([frontier[0]!.loss, frontier[0]!.chosen]).toEqual([1_200, []])
    for (const [i, one] of frontier.entries()) {
      if (i > 0) expect(one.loss).toBeLessThanOrEqual(frontier[i - 1]!.loss * (1 + 1e-9))
      expect(one.cost).toBeLessThanOrEqual(110 * one.share + 1e-6)
    }
    expect(frontier.find(({ share }) => share === 1.5)!.chosen).toEqual(['a', 'c'])
    // With b half as strong, a is the better buy.
    expect(halved.find(({ measure }) => measure === 'b')).toEqual({ measure: 'b', loss: 1_000 * 0.8 * 0.65 + 100, best: expect.closeTo(600, 6), isKept: false, added: ['a'], removed: ['b', 'c'] })
    expect(told.at(-1)).toBe(1)
  })
  it('stops at once', async () => {
    const stop = new AbortController()
    const measures = Array.from({ length: 60 }, (_, i) => ({ id: `m${i}`, cost: 10 + ((i * 7) % 23) }))
    const hard: Question = { seconds: { best: 60, other: 60 }, problem: { measures, budget: [200], scenarios: Array.from({ length: 200 }, (_, s) => ({ id: `s${s}`, loss: 100 + s, reductions: Object.fromEntries(measures.filter((_m, i) => (i * 13 + s) % 5 === 0).map(({ id }, i) => [id, 0.1 + ((i * 3) % 7) / 10])) })) } }
    setTimeout(() => stop.abort(new Error('enough')), 300)
    await expect(optimise(hard, { signal: stop.signal })).rejects.toThrow('enough')
  })
  it('tells what is no problem', async () => {
    await expect(optimise({ seconds, problem: { ...problem, budget: [-1] } })).rejects.toThrow('budget[0]')
  })
})
