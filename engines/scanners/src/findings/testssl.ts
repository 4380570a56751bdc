import type { Draft } from './draft.ts'
import type { Severity } from './finding.ts'
import { cweOf } from './identifiers.ts'
import { hostOf as named } from './network.ts'

/** Fields of a testssl.sh finding, which are the same in all of its formats. */
export interface TestsslFinding {
  readonly id: string | null
  /** `name/address`, either may be empty. */
  readonly place: string | null
  readonly port: string | null
  readonly severity: string | null
  readonly finding: string | null
  readonly cve: string | null
  readonly cwe: string | null
  readonly hint?: string | null
}

/** OK is good; WARN and FATAL say that something could not be tested; INFO and DEBUG inform. */
const levels: Readonly<Record<string, Severity>> = { OK: 'none', INFO: 'none', DEBUG: 'none', WARN: 'none', FATAL: 'none', LOW: 'low', MEDIUM: 'medium', HIGH: 'high', CRITICAL: 'critical' }

export const hostOf = (place: string | null) => {
  const cut = (place ?? '').split('/')
  const [name, ip] = cut.length > 1 ? [cut[0]!, cut[1]!] : [cut[0]!, cut[0]!]
  return named(name, ip.replace(/^\[|\]$/g, ''))
}

export const testsslDraft = ({ id, place, port, severity, finding, cve, cwe, hint }: TestsslFinding, rest: Partial<Draft> & { record: string }): Draft => ({
  rule: id, title: id === null ? finding : `${id}: ${finding ?? ''}`.slice(0, 200), description: finding, solution: hint ?? null,
  identifiers: { cve: (cve ?? '').toUpperCase().match(/CVE-\d{4}-\d{4,}/g) ?? [], cwe: (cwe ?? '').split(/[\s,]+/).flatMap(cweOf) },
  severity, derived: levels[severity?.trim().toUpperCase() ?? ''] ?? null, stance: severity?.trim().toUpperCase() === 'OK' ? 'passed' : 'open',
  host: hostOf(place), service: { port: port === null || port === '' ? null : Number(port), protocol: 'tcp' }, ...rest,
})
