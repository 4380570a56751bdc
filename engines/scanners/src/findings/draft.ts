import { score, VectorError } from '@heng/engine-cvss'
import type { Finding, FoundComponent, FoundHost, FoundPlace, FoundService, Identifiers, ReportedCvss, Severity, Stance } from './finding.ts'
import { joined } from './identifiers.ts'
import { instant } from './instant.ts'
import { maskedOf } from './knownSecrets.ts'
import { mayHoldSecret } from './secretHints.ts'
import { masked } from './secrets.ts'
import { severityOfCvss, severityOfWord } from './severity.ts'

export { instant }

/** What a reader tells of a finding: only what the report says. */
export interface Draft {
  readonly rule?: string | null | undefined
  readonly title: string | null | undefined
  readonly description?: string | null | undefined
  readonly solution?: string | null | undefined
  readonly references?: readonly (string | null | undefined)[]
  readonly identifiers?: Partial<Identifiers>
  readonly cvss?: readonly ({ readonly vector?: string | null | undefined; readonly score?: number | string | null | undefined; readonly version?: ReportedCvss['version'] } | null | undefined)[]
  /** In the tool's own words. */
  readonly severity?: string | null | undefined
  /** Where these words are not those that scanners share. */
  readonly derived?: Severity | null
  readonly stance?: Stance
  readonly host?: Partial<FoundHost> | null | undefined
  readonly service?: Partial<FoundService> | null | undefined
  readonly url?: string | null | undefined
  readonly component?: (Partial<FoundComponent> & { readonly name: string }) | null | undefined
  readonly place?: (Partial<FoundPlace> & { readonly file: string }) | null | undefined
  readonly evidence?: string | null | undefined
  /** Of a tool that looks for secrets, be it none: what it found. These and whatever else looks like one are masked wherever they stand. */
  readonly secrets?: readonly string[] | undefined
  readonly firstSeen?: string | number | Date | null | undefined
  readonly lastSeen?: string | number | Date | null | undefined
  readonly record: string
}

const said = (text: string | null | undefined): string | null => {
  const trimmed = text?.trim()
  return trimmed === undefined || trimmed === '' ? null : trimmed
}
const several = (list: readonly (string | null | undefined)[] | undefined): string[] => [...new Set((list ?? []).flatMap((text) => said(text) ?? []))]

const maskedWhereNeeded = (text: string): string => (mayHoldSecret(text) ? masked(text) : text)

const versionOfVector = (vector: string): ReportedCvss['version'] => {
  const found = /^CVSS:(3\.0|3\.1|4\.0)\//.exec(vector)
  return (found?.[1] as ReportedCvss['version']) ?? (/^\(?AV:[LAN]\/AC:[HML]\/Au:/.test(vector) ? '2.0' : null)
}

/** A score as reported, else by the vector; null where neither says anything. */
const cvssOf = ({ vector: given, score: reported, version }: NonNullable<NonNullable<Draft['cvss']>[number]>): ReportedCvss | null => {
  const vector = said(given)?.replace(/^CVSS2#/, '').replace(/^#/, '') ?? null
  const number = reported == null || reported === '' ? null : Number(reported)
  const told = number !== null && number >= 0 && number <= 10 ? number : null
  if (vector === null && told === null) return null
  return { version: (vector === null ? null : versionOfVector(vector)) ?? version ?? null, vector, score: told ?? (vector === null ? null : scored(vector, version ?? null)) }
}

/** What a vector scores, or null where it is none. Some tools leave away the prefix and tell the version beside it. */
const scored = (given: string, version: ReportedCvss['version']): number | null => {
  const vector = version === null || version === '2.0' || given.startsWith('CVSS:') ? given : `CVSS:${version}/${given}`
  try {
    return score(vector).score
  } catch (error) {
    if (error instanceof VectorError) return null
    throw error
  }
}

const newest = ['4.0', '3.1', '3.0', '2.0', null] as const

/** A finding with everything in its place: texts trimmed, without credentials, empty ones null, repetitions gone, severity derived. */
export const findingOf = (tool: string, draft: Draft): Finding => {
  const cvss = (draft.cvss ?? []).flatMap((one) => (one == null ? [] : (cvssOf(one) ?? [])))
  const reported = said(draft.severity)
  const byScore = newest.flatMap((version) => cvss.filter((c) => c.version === version)).map(severityOfCvss).find((severity) => severity !== null) ?? null
  const { host, service, component, place } = draft
  const mask = draft.secrets === undefined ? maskedWhereNeeded : maskedOf(draft.secrets)
  const shown = (text: string | null | undefined): string | null => {
    const known = said(text)
    return known === null ? null : mask(known)
  }
  const port = Number(service?.port ?? Number.NaN)
  return {
    tool, rule: said(draft.rule), title: shown(draft.title) ?? shown(draft.rule) ?? tool, description: shown(draft.description), solution: shown(draft.solution),
    references: several(draft.references).map((link) => mask(link, true)), identifiers: joined(draft.identifiers ?? {}), cvss,
    severity: { reported, derived: draft.derived ?? severityOfWord(reported) ?? byScore },
    stance: draft.stance ?? 'open',
    host: host == null ? null : {
      name: said(host.name), ips: several(host.ips), macs: several(host.macs), fqdns: several(host.fqdns), netbios: said(host.netbios), uuid: said(host.uuid), cloudId: said(host.cloudId), os: said(host.os),
    },
    service: service == null ? null : { port: Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null, protocol: said(service.protocol)?.toLowerCase() ?? null, name: said(service.name) },
    url: said(draft.url) === null ? null : mask(said(draft.url)!, true),
    component: component == null ? null : { name: component.name.trim(), version: said(component.version), purl: said(component.purl), fixedIn: said(component.fixedIn), path: said(component.path) },
    place: place == null ? null : { file: mask(place.file.trim(), true), line: place.line ?? null, endLine: place.endLine ?? null },
    evidence: shown(draft.evidence), firstSeen: instant(draft.firstSeen), lastSeen: instant(draft.lastSeen), record: draft.record,
  }
}
