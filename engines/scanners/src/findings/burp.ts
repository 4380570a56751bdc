import type { Draft } from './draft.ts'
import { identifiersIn } from './identifiers.ts'
import { addressOf, joinedUrl, linksIn, plain, sameHost, together } from './web.ts'

/** An issue of Burp, by what its XML, REST API and GraphQL API tell of it. */
export interface BurpIssue {
  readonly type: string | null
  readonly name: string | null
  readonly origin: string | null
  readonly ip?: string | null
  readonly path: string | null
  readonly severity: string | null
  readonly isFalsePositive?: boolean
  readonly isAccepted?: boolean
  readonly descriptions: readonly (string | null)[]
  readonly solutions: readonly (string | null)[]
  readonly references: string | null
  readonly classifications: string | null
  readonly evidence: string | null
  readonly time: string | null
  readonly record: string
}

const isFalse = (severity: string | null): boolean => /^false[ _-]?positive$/i.test(severity ?? '')

/** https://portswigger.net/burp/documentation/desktop/running-scans/reporting and https://portswigger.net/burp/extensibility/dast/graphql-api */
export const draftOfBurp = (issue: BurpIssue): Draft => {
  const { host, ...address } = addressOf(issue.origin)
  const texts = [...issue.descriptions, ...issue.solutions]
  return {
    rule: issue.type,
    title: issue.name,
    description: together(...issue.descriptions.map(plain)),
    solution: together(...issue.solutions.map(plain)),
    references: linksIn(issue.references, issue.classifications, ...texts),
    identifiers: identifiersIn(issue.classifications, issue.name, issue.references, ...texts),
    severity: issue.severity,
    stance: issue.isFalsePositive === true || isFalse(issue.severity) ? 'false-positive' : issue.isAccepted === true ? 'accepted' : 'open',
    ...address,
    host: sameHost(host, issue.ip == null ? null : { ips: [issue.ip] }),
    url: joinedUrl(issue.origin, issue.path),
    evidence: issue.evidence,
    lastSeen: issue.time,
    record: issue.record,
  }
}
