import type { Version } from './metrics.ts'
import { scoreV2 } from './v2.ts'
import { scoreV3 } from './v3.ts'
import { scoreV4 } from './v4.ts'
import { only, parseVector, tells, vectorText, type Vector } from './vector.ts'

export const severities = ['NONE', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL'] as const
export type Severity = (typeof severities)[number]

/**
 * Word for a score, 0.0–10.0. Version 2.0 had none of its own; there the ones of the NVD (low, medium, high). CVSS v3.1 5, v4.0 6.
 */
export const severityOf = (score: number, version: Version): Severity =>
  version === '2.0'
    ? score < 4 ? 'LOW' : score < 7 ? 'MEDIUM' : 'HIGH'
    : score === 0 ? 'NONE' : score < 4 ? 'LOW' : score < 7 ? 'MEDIUM' : score < 9 ? 'HIGH' : 'CRITICAL'

interface Rated {
  readonly score: number
  readonly severity: Severity
}

/**
 * What a vector scores; 0.0–10.0 with one decimal. Names as in the JSON schemas of FIRST. Null: the version has no such
 * score, or (2.0, 4.0) the vector tells nothing of that group.
 */
export interface Scores {
  readonly version: Version
  /** In the order of the specification, without metrics that say nothing. */
  readonly vectorString: string
  /** Which groups the score rests on: `CVSS-B`, `CVSS-BT`, `CVSS-BE`, `CVSS-BTE`; null before version 4.0, which gave these names. */
  readonly nomenclature: 'CVSS-B' | 'CVSS-BT' | 'CVSS-BE' | 'CVSS-BTE' | null
  /** By everything that the vector tells. */
  readonly score: number
  readonly severity: Severity
  readonly baseScore: number
  readonly baseSeverity: Severity
  readonly temporalScore: number | null
  readonly temporalSeverity: Severity | null
  readonly threatScore: number | null
  readonly threatSeverity: Severity | null
  readonly environmentalScore: number | null
  readonly environmentalSeverity: Severity | null
  /** Equivalence sets EQ1 to EQ6 of the score; null before version 4.0. */
  readonly macroVector: string | null
}

const earlier = (vector: Vector) => {
  const { base, temporal, environmental } = vector.version === '2.0' ? scoreV2(vector) : scoreV3(vector)
  const score = (tells(vector, 'environmental') ? environmental : tells(vector, 'temporal') ? temporal : null) ?? base
  return { score, base, temporal, threat: null, environmental, nomenclature: null, macroVector: null }
}

const latest = (vector: Vector) => {
  const [threat, environment] = [tells(vector, 'threat'), tells(vector, 'environmental')]
  const { score, macro } = scoreV4(vector)
  return {
    score, base: scoreV4(only(vector, ['base'])).score, temporal: null,
    threat: threat ? scoreV4(only(vector, ['base', 'threat'])).score : null,
    environmental: environment ? score : null,
    nomenclature: `CVSS-B${threat ? 'T' : ''}${environment ? 'E' : ''}` as const, macroVector: macro.join(''),
  }
}

/** Scores of a vector that was read. O(1), no floating point until the tenths are told. */
export const scoresOf = (vector: Vector): Scores => {
  const { version } = vector
  const { nomenclature, macroVector, ...tenths } = version === '4.0' ? latest(vector) : earlier(vector)
  const rated = (n: number): Rated => ({ score: n / 10, severity: severityOf(n / 10, version) })
  const told = (n: number | null): { score: number | null; severity: Severity | null } => (n === null ? { score: null, severity: null } : rated(n))
  const [all, base, temporal, threat, environmental] = [rated(tenths.score), rated(tenths.base), told(tenths.temporal), told(tenths.threat), told(tenths.environmental)]
  return {
    version, vectorString: vectorText(vector), nomenclature, ...all, baseScore: base.score, baseSeverity: base.severity,
    temporalScore: temporal.score, temporalSeverity: temporal.severity, threatScore: threat.score, threatSeverity: threat.severity,
    environmentalScore: environmental.score, environmentalSeverity: environmental.severity, macroVector,
  }
}

/** Scores of a vector as text, of any version; throws `VectorError`. */
export const score = (text: string): Scores => scoresOf(parseVector(text))
