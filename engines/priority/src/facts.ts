import { text, type Text } from './text.ts'

export const severities = ['none', 'low', 'medium', 'high', 'critical'] as const
export const exposures = ['isolated', 'internal', 'partner', 'internet'] as const
export const maturities = ['unreported', 'poc', 'attacked'] as const
export type Severity = (typeof severities)[number]

/** What is known of one vulnerability on one asset. Null or absent: not assessed. */
export interface Facts {
  readonly severity?: Severity | null
  /** 0.0–10.0, with the version of CVSS that it was scored by. */
  readonly cvssScore?: number | null
  readonly cvssVersion?: string | null
  /** Chance of exploitation within thirty days and share of vulnerabilities that are less likely, 0 to 1. FIRST, EPSS. */
  readonly epss?: number | null
  readonly epssPercentile?: number | null
  /** Whether it stands in the catalog of CISA; days as ISO 8601. */
  readonly kev?: boolean | null
  readonly kevAdded?: string | null
  readonly kevDue?: string | null
  readonly ransomware?: boolean | null
  /** 1–5, as assets are valued under GB/T 20984-2022. */
  readonly assetValue?: number | null
  readonly exposure?: (typeof exposures)[number] | null
  readonly automatable?: boolean | null
  readonly technicalImpact?: 'partial' | 'total' | null
  /** CVSS v4.0 3.1.1: nothing reported, proof of concept, attacks reported. */
  readonly exploitMaturity?: (typeof maturities)[number] | null
  readonly gbt30279?: Severity | null
}

export type Value = string | number | boolean
export type Unknown = 'worst' | 'ignore'

/** An input that rules can ask for. */
export interface Field {
  readonly id: FieldId
  readonly name: Text
  /** Its values, mildest first; null for a score, which rules cut into intervals. */
  readonly values: readonly Value[] | null
  /** Largest score; 1 for chances. */
  readonly max: number
  /** What a policy does that does not say: knowledge from feeds may be missing as a whole, what the organisation itself has to assess may not count as harmless. */
  readonly whenUnknown: Unknown
  readonly read: (facts: Facts) => Value | null | undefined
}

export const fieldIds = ['severity', 'cvssScore', 'epss', 'epssPercentile', 'kev', 'ransomware', 'exploitMaturity', 'assetValue', 'exposure', 'automatable', 'technicalImpact', 'gbt30279'] as const
export type FieldId = (typeof fieldIds)[number]

/** Severity in words; if it is not told, by the score. CVSS v3.1 5; for version 2.0 the ranges of the NVD. */
const severityOf = ({ severity, cvssScore: score, cvssVersion }: Facts): Severity | null => {
  if (severity != null || score == null) return severity ?? null
  if (cvssVersion === '2.0') return score < 4 ? 'low' : score < 7 ? 'medium' : 'high'
  return score === 0 ? 'none' : score < 4 ? 'low' : score < 7 ? 'medium' : score < 9 ? 'high' : 'critical'
}

const field = (id: FieldId, name: Text, values: readonly Value[] | null, whenUnknown: Unknown, read: Field['read'] = (facts) => facts[id], max = 1): Field => ({ id, name, values, max, whenUnknown, read })

/** Every input, in the order in which reasons tell them. */
export const fields: readonly Field[] = [
  field('severity', text('Severity', '漏洞级别'), severities, 'worst', severityOf),
  field('cvssScore', text('CVSS score', 'CVSS 评分'), null, 'worst', (facts) => facts.cvssScore, 10),
  field('epss', text('Chance of exploitation (EPSS)', '被利用概率（EPSS）'), null, 'ignore'),
  field('epssPercentile', text('EPSS percentile', 'EPSS 百分位'), null, 'ignore'),
  field('kev', text('KEV catalog', 'KEV 目录'), [false, true], 'ignore'),
  // What is not in the catalog has no note on ransomware either.
  field('ransomware', text('Use by ransomware', '勒索软件利用情况'), [false, true], 'ignore', (facts) => facts.ransomware ?? (facts.kev === false ? false : null)),
  field('exploitMaturity', text('Exploit maturity', '利用成熟度'), maturities, 'ignore'),
  field('assetValue', text('Asset value', '资产价值'), [1, 2, 3, 4, 5], 'worst'),
  field('exposure', text('Exposure', '暴露程度'), exposures, 'worst'),
  field('automatable', text('Automatable', '可否自动化利用'), [false, true], 'worst'),
  field('technicalImpact', text('Technical impact', '技术影响'), ['partial', 'total'], 'worst'),
  field('gbt30279', text('Grade under GB/T 30279', 'GB/T 30279 级别'), severities, 'worst'),
]

export const fieldOf = Object.fromEntries(fields.map((f) => [f.id, f])) as Readonly<Record<FieldId, Field>>

/** A fact that is none. */
export class FactError extends Error {
  readonly field: FieldId
  readonly text: Text

  constructor(of: Field, found: unknown) {
    const range = of.values === null ? `0–${of.max}` : of.values.join(', ')
    const own = text(`${of.id}: "${String(found).slice(0, 40)}" is no value; allowed: ${range}`, `${of.id}：“${String(found).slice(0, 40)}”不是有效值，允许：${range}`)
    super(own.en)
    this.name = 'FactError'
    this.field = of.id
    this.text = own
  }
}
