import { text, type Text } from './text.ts'
import type { Answer } from './tree.ts'

/** A vector as `parseVector` of the CVSS engine reads it. */
export interface CvssMetrics {
  readonly version: string
  readonly values: ReadonlyMap<string, string>
}

/** An indicator that was derived. Several levels: the metric does not tell which. Null: it tells nothing of the indicator. */
export interface DerivedIndicator {
  readonly indicator: string
  readonly level: Answer | null
  /** As written in the vector, such as `AV:N`; null where the version has no such metric. */
  readonly metric: string | null
}

export interface Gbt30279Derivation {
  /** For `gradeGbt30279`; the environment is not in it, for CVSS does not tell it. */
  readonly answers: Readonly<Record<string, Answer | null>>
  readonly derived: readonly DerivedIndicator[]
  readonly note: Text
}

type Levels = Readonly<Record<string, Answer | null>>
type Rule = readonly [indicator: string, metric: string | null, levels: Levels]

const path: Levels = { N: 'network', A: 'adjacent', L: 'local', P: 'physical' }
const privileges: Levels = { N: 'none', L: 'low', H: 'high' }
const impact: Levels = { N: 'none', L: 'limited', H: 'serious' }
const properties = ['confidentiality', 'integrity', 'availability'] as const

// "Local" of version 2.0 takes in physical access; "medium" complexity and "authentication" say neither how special the circumstances nor how high the rights are.
const v2: readonly Rule[] = [
  ['accessPath', 'AV', { N: 'network', A: 'adjacent', L: ['physical', 'local'] }],
  ['triggerRequirement', 'AC', { L: 'low', M: null, H: 'high' }],
  ['privileges', 'Au', { N: 'none', S: ['high', 'low'], M: ['high', 'low'] }],
  ['interaction', null, {}],
  ...properties.map((property): Rule => [property, property[0]!.toUpperCase(), { N: 'none', P: 'limited', C: 'serious' }]),
]
const v3: readonly Rule[] = [
  ['accessPath', 'AV', path],
  ['triggerRequirement', 'AC', { L: 'low', H: 'high' }],
  ['privileges', 'PR', privileges],
  ['interaction', 'UI', { N: 'not-needed', R: 'needed' }],
  ...properties.map((property): Rule => [property, property[0]!.toUpperCase(), impact]),
]
const rulesOf: Readonly<Record<string, readonly Rule[]>> = { '2.0': v2, '3.0': v3, '3.1': v3 }

const note = text(
  'Derived from the base metrics of CVSS by their meaning; GB/T 30279-2020 itself states no such correspondence. The environmental factors remain to be assessed.',
  '依据 CVSS 基本指标的含义推导得出；GB/T 30279-2020 本身并未规定这一对应关系。环境因素仍需另行评估。',
)

/**
 * Indicators of GB/T 30279-2020 by the base metrics of CVSS 2.0, 3.0 or 3.1: access path from AV, trigger requirement from AC, privileges from PR or Au, interaction from UI,
 * the properties from C, I, A. A derivation of ours, as `note` says. Null for another version: 4.0 splits these metrics otherwise. O(1).
 */
export const gbt30279FromCvss = ({ version, values }: CvssMetrics): Gbt30279Derivation | null => {
  const rules = rulesOf[version]
  if (rules === undefined) return null
  const derived = rules.map(([indicator, metric, levels]): DerivedIndicator => {
    const value = metric === null ? undefined : values.get(metric)
    return value === undefined ? { indicator, level: null, metric: null } : { indicator, level: levels[value] ?? null, metric: `${metric}:${value}` }
  })
  return { answers: Object.fromEntries(derived.map((d) => [d.indicator, d.level])), derived, note }
}
