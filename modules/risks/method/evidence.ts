import type { Support } from '../contract/risk.ts'
import { fitting, withAsset } from './figures.ts'
import { notAssessed, type Factors, type Figure, type Method } from './prepare.ts'

/** What this file says, by name and version: a figure tells which it followed. */
export const evidenceMethod = { id: 'evidence', version: '1' } as const

/** From so many percent on a control counts as effective, or as partly effective; below, as ineffective. */
export const thresholds = { effective: 80, partly: 40 } as const
export type EffectivenessClass = 'effective' | 'partly' | 'ineffective'
export const classOf = (percent: number): EffectivenessClass =>
  percent >= thresholds.effective ? 'effective' : percent >= thresholds.partly ? 'partly' : 'ineffective'

/**
 * Whole steps that a control takes off: all of them where it is effective, half of them (rounded down) where it partly is, none where it is not.
 * Steps are places on an ordinal scale, so they are looked up by class and not multiplied by a percentage.
 */
export const stepsAt = (steps: number, percent: number): number => {
  const is = classOf(percent)
  return is === 'effective' ? steps : is === 'partly' ? Math.floor(steps / 2) : 0
}

/** What stands against a risk: an existing control, or a measure that somebody verified. */
export interface Safeguard {
  /** How well it works, 0–100; null is "not assessed". */
  readonly percent: number | null
  /** That rests on an overdue test. */
  readonly stale: boolean
  /** What it takes off while it works as it should; none named, or null steps: not assessed. */
  readonly reductions: readonly { readonly target: string; readonly steps: number | null }[]
}

export interface Evidenced {
  readonly figure: Figure
  /** The lowest and the highest level that the evidence leaves open; equal to the level where everything is known. Null: not known. */
  readonly best: number | null
  readonly worst: number | null
  readonly stale: boolean
}
export const notEvidenced: Evidenced = { figure: notAssessed, best: null, worst: null, stale: false }

type Sums = Record<string, number>
const add = (sums: Sums, target: string, steps: number): void => void (sums[target] = (sums[target] ?? 0) + steps)

const isKnown = (method: Method, { reductions }: Safeguard): boolean =>
  reductions.length > 0 && reductions.every(({ target, steps }) => steps !== null && method.targets.includes(target))

/** Steps off each target at worst (what is not assessed takes off nothing) and at best (it works fully); null at best where nobody said what it would take off. */
const bounds = (method: Method, safeguards: readonly Safeguard[]): { least: Sums; most: Sums | null; isExact: boolean } => {
  const least: Sums = {}
  let most: Sums | null = {}
  let isExact = true
  for (const safeguard of safeguards) {
    const { percent, reductions } = safeguard
    // Whatever it would take off, it does not work.
    if (percent !== null && classOf(percent) === 'ineffective') continue
    if (!isKnown(method, safeguard)) {
      most = null
      isExact = false
      continue
    }
    isExact &&= percent !== null
    for (const { target, steps } of reductions) {
      if (percent !== null) add(least, target, stepsAt(steps!, percent))
      if (most !== null) add(most, target, percent === null ? steps! : stepsAt(steps!, percent))
    }
  }
  return { least, most, isExact }
}

/**
 * The level that evidence supports: the inherent rating, lowered by what safeguards take off as far as they were shown to work. What nobody has tested, or
 * whose effect nobody has assessed, leaves the level "not assessed" and its bounds open. O(safeguards).
 */
export const evidencedOf = (method: Method, inherent: Factors | null, assetValue: number | null, safeguards: readonly Safeguard[]): Evidenced => {
  if (inherent === null) return notEvidenced
  const factors = fitting(method, withAsset(method, inherent, assetValue))
  const { least, most, isExact } = bounds(method, safeguards)
  const worst = method.residual(factors, least)
  const best = isExact ? worst : most === null ? null : method.residual(factors, most)
  // Bounds that meet leave nothing open.
  const figure = isExact || (best !== null && best.level !== null && best.level === worst.level && best.likelihood === worst.likelihood && best.impact === worst.impact) ? worst : notAssessed
  return { figure, best: best?.level ?? null, worst: worst.level, stale: safeguards.some((s) => s.stale && s.percent !== null) }
}

/**
 * Whether a current level holds against the evidence. Where the evidence leaves the level open, its bounds may still decide: a rating that is no lower than the
 * worst of them holds, one below the best does not. Null: not known.
 */
export const supportOf = (current: number | null, { figure, best, worst }: Evidenced): Support | null => {
  if (current === null) return null
  if (figure.level !== null) return figure.level > current ? 'unsupported' : figure.level < current ? 'better' : 'supported'
  if (best !== null && best > current) return 'unsupported'
  return worst !== null && worst <= current ? 'supported' : null
}
