import { choose, type Problem } from '@heng/engine-treatment'
import { createRandom } from '../plant/random.ts'

/** Measures that work on a handful of scenarios each, some needing or ruling out another; a budget for a third of them. */
const problemOf = (measures: number, scenarios: number): Problem => {
  const random = createRandom(7)
  const place = (n: number): number => random.integer(0, n - 1)
  const ids = Array.from({ length: measures }, (_, i) => `M-${i}`)
  const made = ids.map((id, i) => ({
    id, cost: 5_000 + place(95_000), upkeep: place(5_000), mandatory: i % 50 === 0,
    ...(i % 20 === 3 ? { requires: [ids[place(measures)]!].filter((other) => other !== id) } : {}), ...(i % 20 === 7 ? { conflicts: [ids[place(measures)]!].filter((other) => other !== id) } : {}),
  }))
  return {
    measures: made, budget: [made.reduce((sum, { cost }) => sum + cost, 0) / 3],
    scenarios: Array.from({ length: scenarios }, (_, i) => ({
      id: `S-${i}`, loss: Math.exp(8 + 4 * random.next()), reductions: Object.fromEntries(Array.from({ length: 1 + place(5) }, () => [ids[place(measures)]!, (1 + place(8)) / 10])),
    })),
  }
}

const limitMs = 5_000

export const measureTreatment = async (): Promise<void> => {
  console.log('\nseconds   of limit  gap       choice of measures')
  for (const [measures, scenarios] of [[50, 500], [200, 2_000]] as const) {
    const problem = problemOf(measures, scenarios)
    const began = performance.now()
    const { status, gap, chosen } = await choose(problem, { seconds: limitMs / 1_000 })
    const ms = performance.now() - began
    console.log([(ms / 1_000).toFixed(2), (ms / limitMs).toFixed(2), status === 'optimal' ? 'optimal' : gap.toExponential(1)].map((cell) => cell.padEnd(10)).join('') + `${chosen.length} of ${measures} measures against ${scenarios} scenarios`)
  }
}
