import { prepare, simulate, simulateYears, type Scenario } from '@heng/engine-loss'
import { createPool } from '@heng/simulation'
import { numpyMs } from './numpy.ts'

const one = (id: string, rate = 1): Scenario => ({ id, frequency: { poisson: { rate } }, magnitude: { lognormal: { mu: 11, sigma: 1.2 } } })
const million = 1_000_000
const times = 9

/** The best of several, in milliseconds: what else the machine does only makes it slower. */
const best = async (work: () => unknown): Promise<number> => {
  let found = Infinity
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await work()
    found = Math.min(found, performance.now() - began)
  }
  return found
}

/** Simulation of annual losses: drawing on one core, beside numpy where there is one; two workers beside one; a portfolio. */
export const measureLoss = async (): Promise<void> => {
  const years = new Float64Array(million)
  const python = numpyMs()
  console.log('\nms        M/s       × numpy   of limit  annual losses')
  const line = (ms: number, rate: number, limit: string, name: string, toNumpy = '–'): void =>
    console.log([ms.toFixed(0), rate.toFixed(1), toNumpy, limit].map((cell) => cell.padEnd(10)).join('') + name)
  for (const rate of [0.3, 1, 3, 20]) {
    const [scenario] = prepare([one('one', rate)])
    const ms = await best(() => simulateYears(scenario!, 7, years))
    const isNamed = rate === 1
    line(ms, million / ms / 1_000, isNamed ? (15 / (million / ms / 1_000)).toFixed(2) : '–', `a million years of ${rate} events of lognormal cost, one core`, isNamed && python !== undefined ? (python / ms).toFixed(2) : '–')
  }
  const portfolio = Array.from({ length: 20 }, (_, i) => one(`S-${i}`))
  const alone = await best(() => simulate({ scenarios: portfolio, years: 100_000, seed: 7 }))
  line(alone, 2_000 / alone, (alone / 150).toFixed(2), 'portfolio of 20 scenarios × 100,000 years, summed up, one core')
  const took: number[] = []
  for (const size of [1, 2]) {
    const pool = createPool(size)
    try {
      // What the product does: it never computes in the thread that answers.
      if (size === 2) {
        const shared = await best(() => pool.simulate({ scenarios: portfolio, years: 100_000, seed: 7 }))
        line(shared, 2_000 / shared, (shared / 150).toFixed(2), 'the same on two workers')
      }
      took.push(await best(() => pool.simulate({ scenarios: portfolio.slice(0, 10), years: million, seed: 7 })))
    } finally {
      await pool.close()
    }
  }
  const [single, double] = [took[0]!, took[1]!]
  line(double, (10 * million) / double / 1_000, (1.8 / (single / double)).toFixed(2), `10 scenarios × a million years on two workers, ${(single / double).toFixed(2)} × one`)
}
