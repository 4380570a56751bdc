import { digestUuid, type Finding, type ReportedCvss } from '@heng/engine-scanners'
import type { FlawDetails } from '../../contract/vulnerability.ts'

// eslint-disable-next-line no-control-regex -- these are what is looked for
const [control, allControl] = [/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/, /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g]
/** Control characters, which belong in no text and which the database refuses in part. */
export const clean = (text: string): string => (control.test(text) ? text.replace(allControl, '') : text)
const cut = (text: string | null | undefined, max: number): string | null => {
  const trimmed = text == null ? '' : clean(text).trim()
  return trimmed === '' ? null : trimmed.length <= max ? trimmed : `${trimmed.slice(0, max - 1)}…`
}
const line = (text: string | null | undefined, max: number): string | null => cut(text?.replace(/\s+/g, ' '), max)

const newest = ['4.0', '3.1', '3.0', '2.0', null] as const
/** The score by the newest version of CVSS that the report tells. */
export const scoreOf = (cvss: readonly ReportedCvss[]): { score: number; version: string | null } | null => {
  for (const version of newest) {
    const scores = cvss.flatMap((one) => (one.version === version && one.score !== null ? [one.score] : []))
    if (scores.length > 0) return { score: Math.max(...scores), version }
  }
  return null
}

const locationOf = ({ service, url, component, place }: Finding): string | null => {
  if (component !== null) return [`${component.name}${component.version === null ? '' : ` ${component.version}`}`, component.path ?? place?.file].filter(Boolean).join(' · ')
  if (url !== null) return url
  if (place !== null) return `${place.file}${place.line === null ? '' : `:${place.line}`}`
  if (service === null || service.port === null || service.port === 0) return null
  return [[service.port, service.protocol].filter((part) => part !== null).join('/'), service.name].filter(Boolean).join(' ')
}

/** Numbers of a flaw, each once, all of them. */
export const numbersOf = ({ identifiers: { cve, cnvd, cnnvd } }: Finding): string => [...cve, ...cnvd, ...cnnvd].join(', ')

/** What a vulnerability says by the finding that tells it. */
export const valuesOf = (finding: Finding) => {
  const cvss = scoreOf(finding.cvss)
  return {
    title: line(finding.title, 500) ?? finding.tool, severity: finding.severity.derived, location: line(locationOf(finding), 500), cves: cut(numbersOf(finding), 40_000), cvss: cvss?.score ?? null,
    rule: line(finding.rule, 300), component: line(finding.component?.name, 500), fixedIn: line(finding.component?.fixedIn, 500),
  }
}
export type FindingValues = ReturnType<typeof valuesOf>

/** Evidence of one sighting; the report itself keeps the whole. */
export const evidenceOf = ({ evidence }: Finding): string | null => cut(evidence, 8_000)

const mostReferences = 100
export interface Flaw {
  readonly id: string
  readonly json: string
}

/** What the scanner says of the flaw wherever it finds it, and the id that the same words always have. */
export const flawOf = ({ tool, title, description, solution, references, identifiers, cvss, severity }: Finding): Flaw => {
  const details: FlawDetails = {
    title: line(title, 500) ?? tool, severity: severity.derived,
    description: cut(description, 20_000), solution: cut(solution, 10_000), references: references.slice(0, mostReferences).flatMap((text) => line(text, 1_000) ?? []),
    identifiers: { cve: [...identifiers.cve], cwe: [...identifiers.cwe], cnvd: [...identifiers.cnvd], cnnvd: [...identifiers.cnnvd], other: [...identifiers.other] },
    cvss: cvss.map(({ version, vector, score }) => ({ version, vector: line(vector, 300), score })), reportedSeverity: line(severity.reported, 100),
  }
  const json = JSON.stringify(details)
  return { id: digestUuid(json), json }
}
