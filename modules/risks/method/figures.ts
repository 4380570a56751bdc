import { assetFactor, notAssessed, type Factors, type Figure, type Method } from './prepare.ts'

export const bases = ['inherent', 'evidenced', 'current', 'residual'] as const
export type Basis = (typeof bases)[number]

/** What one measure takes off one risk. Null steps, or no reduction named, mean that its effect is not assessed. */
export interface Effect {
  readonly measure: string
  readonly reductions: readonly { readonly target: string; readonly steps: number | null }[]
}

/** Everything that the three figures of a risk follow from. */
export interface RiskInputs {
  readonly inherent: Factors | null
  readonly current: Factors | null
  /** The value of the risk's assets, see `assetValueOf`. */
  readonly assetValue: number | null
  readonly option: string | null
  readonly effects: readonly Effect[]
}
/** What ratings and measures say; what evidence says is in `evidence.ts`. */
export type RiskFigures = Readonly<Record<Exclude<Basis, 'evidenced'>, Figure>>

/** Rated factors with the value of the asset where the method uses it. */
export const withAsset = (method: Method, factors: Factors, assetValue: number | null): Factors =>
  method.usesAsset ? { ...factors, [assetFactor]: assetValue } : factors

/** Only what the method knows and has on its scale: a rating made under another method leaves the rest not assessed. */
export const fitting = (method: Method, factors: Factors): Factors => {
  const fits: Record<string, number | null> = {}
  for (const { id, min, max, optional } of method.definition.factors) {
    const value = factors[id]
    if (value === undefined && optional === true) continue
    fits[id] = value != null && Number.isInteger(value) && value >= min && value <= max ? value : null
  }
  return fits
}

/** Steps of all measures by target, in the method's own targets; null while the effect of any of them is not assessed. */
export const takenBy = (method: Method, effects: readonly Effect[]): Record<string, number> | null => {
  const taken: Record<string, number> = {}
  for (const { reductions } of effects) {
    if (reductions.length === 0) return null
    for (const { target, steps } of reductions) {
      if (steps === null || !method.targets.includes(target)) return null
      taken[target] = (taken[target] ?? 0) + steps
    }
  }
  return taken
}

/**
 * The figures of a risk: without measures, with what works today, and expected once the planned measures act.
 * Expected residual is never typed in: it follows from the measures; a risk that is retained without any stays as it is.
 */
export const riskFigures = (method: Method, inputs: RiskInputs): RiskFigures => {
  const { inherent, current, assetValue, option, effects } = inputs
  const ready = (factors: Factors) => fitting(method, withAsset(method, factors, assetValue))
  const of = (factors: Factors | null) => (factors === null ? notAssessed : method.figure(ready(factors)))
  const now = of(current)
  const residual = (): Figure => {
    if (current === null) return notAssessed
    if (effects.length === 0) return option === 'retain' ? now : notAssessed
    const taken = takenBy(method, effects)
    return taken === null ? notAssessed : method.residual(ready(current), taken)
  }
  return { inherent: of(inherent), current: now, residual: residual() }
}

/**
 * The value a risk's assets go in with: the highest of them. While one of them is not valued the highest is unknown,
 * unless another already stands at the top of the scale.
 */
export const assetValueOf = (values: readonly (number | null)[], top = 5): number | null => {
  if (values.length === 0) return null
  const known = values.filter((v) => v !== null)
  const highest = known.length === 0 ? null : Math.max(...known)
  return known.length === values.length || highest === top ? highest : null
}
