import { effective, macroOf, type Macro } from './macro.ts'
import { macroScore } from './macroScores.ts'
import type { Vector } from './vector.ts'

/** Values from the most to the least severe; the place is the distance from the top, in steps. */
const ladder: Readonly<Record<string, string>> = {
  AV: 'NALP', PR: 'NLH', UI: 'NPA', AC: 'LH', AT: 'NP', VC: 'HLN', VI: 'HLN', VA: 'HLN', SC: 'SHLN', SI: 'SHLN', SA: 'SHLN', CR: 'HML', IR: 'HML', AR: 'HML',
}

interface Part {
  /** Metrics that this part is measured by. */
  readonly metrics: readonly string[]
  /** Most severe values of each of its sets, and how many steps deep the set is. CVSS v4.0, 8.2 and 8.3. */
  readonly sets: Readonly<Record<string, { readonly tops: readonly string[]; readonly depth: number }>>
  readonly set: (macro: Macro) => string
  /** The macro vectors one step less severe in this part. */
  readonly lower: (macro: Macro) => readonly Macro[]
}

const parts: readonly Part[] = [
  {
    metrics: ['AV', 'PR', 'UI'],
    sets: { 0: { tops: ['NNN'], depth: 1 }, 1: { tops: ['ANN', 'NLN', 'NNP'], depth: 4 }, 2: { tops: ['PNN', 'ALP'], depth: 5 } },
    set: ([eq1]) => String(eq1),
    lower: ([eq1, ...rest]) => [[eq1 + 1, ...rest]],
  },
  {
    metrics: ['AC', 'AT'],
    sets: { 0: { tops: ['LN'], depth: 1 }, 1: { tops: ['HN', 'LP'], depth: 2 } },
    set: ([, eq2]) => String(eq2),
    lower: ([eq1, eq2, ...rest]) => [[eq1, eq2 + 1, ...rest]],
  },
  {
    // EQ3 and EQ6 hang together: what the requirements ask for counts by the impact that they are asked of.
    metrics: ['VC', 'VI', 'VA', 'CR', 'IR', 'AR'],
    sets: {
      '00': { tops: ['HHHHHH'], depth: 7 },
      '01': { tops: ['HHLMMH', 'HHHMMM'], depth: 6 },
      '10': { tops: ['LHHHHH', 'HLHHHH'], depth: 8 },
      '11': { tops: ['LHLHMH', 'LHHHMM', 'HLHMHM', 'HLLMHH', 'LLHHHM'], depth: 8 },
      '21': { tops: ['LLLHHH'], depth: 10 },
    },
    set: ([, , eq3, , , eq6]) => `${eq3}${eq6}`,
    lower: ([eq1, eq2, eq3, eq4, eq5, eq6]) => {
      const both: readonly (readonly [number, number])[] = eq6 === 1 ? [[eq3 + 1, 1]] : eq3 === 0 ? [[0, 1], [1, 0]] : [[eq3, 1]]
      return both.map(([three, six]) => [eq1, eq2, three, eq4, eq5, six])
    },
  },
  {
    metrics: ['SC', 'SI', 'SA'],
    sets: { 0: { tops: ['HSS'], depth: 6 }, 1: { tops: ['HHH'], depth: 5 }, 2: { tops: ['LLL'], depth: 4 } },
    set: ([, , , eq4]) => String(eq4),
    lower: ([eq1, eq2, eq3, eq4, ...rest]) => [[eq1, eq2, eq3, eq4 + 1, ...rest]],
  },
  {
    // Exploit maturity has one value in each set: nothing lies between them.
    metrics: [],
    sets: { 0: { tops: [''], depth: 1 }, 1: { tops: [''], depth: 1 }, 2: { tops: [''], depth: 1 } },
    set: ([, , , , eq5]) => String(eq5),
    lower: ([eq1, eq2, eq3, eq4, eq5, eq6]) => [[eq1, eq2, eq3, eq4, eq5 + 1, eq6]],
  },
]

/** Steps below the first most severe vector of the set that is nowhere less severe. */
const stepsBelow = ({ metrics }: Part, tops: readonly string[], of: (name: string) => string): number => {
  for (const top of tops) {
    const steps = metrics.map((name, i) => ladder[name]!.indexOf(of(name)) - ladder[name]!.indexOf(top[i]!))
    if (steps.every((n) => n >= 0)) return steps.reduce((sum, n) => sum + n, 0)
  }
  throw new Error('A vector lies below a most severe vector of its set')
}

/** A multiple of every depth, so that shares are whole numbers. */
const common = 840

/**
 * Score of a vector of version 4.0 in tenths, by what it tells: base alone, with threat, with environment. From the score of its macro vector it takes the mean, over
 * the parts below which another macro vector lies, of how far it lies below its most severe vector; by whole numbers only. O(1). CVSS v4.0, 8.2 to 8.3.
 */
export const scoreV4 = (vector: Vector): { readonly score: number; readonly macro: Macro } => {
  const of = effective(vector)
  const macro = macroOf(of)
  if (['VC', 'VI', 'VA', 'SC', 'SI', 'SA'].every((name) => of(name) === 'N')) return { score: 0, macro }
  const top = macroScore(macro)!
  let [shares, lowers] = [0, 0]
  for (const part of parts) {
    const below = part.lower(macro).flatMap((one) => macroScore(one) ?? [])
    if (below.length === 0) continue
    const { tops, depth } = part.sets[part.set(macro)]!
    lowers++
    shares += (top - Math.max(...below)) * stepsBelow(part, tops, of) * (common / depth)
  }
  if (lowers === 0) return { score: top, macro }
  const unit = common * lowers
  // The nearest tenth; a half goes up.
  return { score: Math.max(0, Math.floor((2 * (top * unit - shares) + unit) / (2 * unit))), macro }
}
