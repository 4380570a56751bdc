import type { Json } from '../input/jsonRecords.ts'
import { advisories, labelled, lines } from './advisories.ts'
import type { Draft } from './draft.ts'
import type { Stance } from './finding.ts'
import { cweOf, joined } from './identifiers.ts'
import { at, text, texts } from './nodes.ts'

const stances: Readonly<Record<string, Stance>> = {
  IGNORED: 'suppressed', DUPLICATE: 'suppressed', PATCHED: 'fixed', REMEDIATION_COMPLETE: 'fixed', MITIGATED: 'accepted', NOT_AFFECTED: 'not-affected',
}
export const stanceOf = (status: string | null): Stance => stances[status?.toUpperCase().replaceAll(' ', '_') ?? ''] ?? 'open'

const last = (url: string | null): string | null => url?.slice(url.lastIndexOf('/') + 1) ?? null

/** A vulnerable component of the bill of materials, as the API tells it. https://documentation.blackduck.com/ */
export const draftOf = (item: Json, record: string): Draft => {
  const told = at(item, 'vulnerabilityWithRemediation') ?? at(item, 'vulnerability')
  const id = text(told, 'vulnerabilityName') ?? text(told, 'vulnerabilityId')
  const name = text(item, 'componentName')
  const status = text(told, 'remediationStatus')
  const related = text(told, 'relatedVulnerability')
  return {
    rule: id,
    title: [id, name].filter((t) => t !== null).join(' in '),
    description: text(told, 'description'),
    solution: text(told, 'remediationComment'),
    references: [related, text(item, 'componentVersion')],
    identifiers: joined(advisories(id, last(related)), { cwe: [...texts(told, 'cweId'), ...texts(told, 'cweIds')].flatMap(cweOf) }),
    cvss: [{ vector: text(told, 'cvss3', 'vector'), score: text(told, 'cvss3', 'baseScore') }, { score: text(told, 'baseScore') ?? text(told, 'overallScore') }],
    severity: text(told, 'severity'),
    stance: at(item, 'ignored') === true ? 'suppressed' : stanceOf(status),
    component: name === null ? null : { name, version: text(item, 'componentVersionName'), path: text(item, 'componentVersionOriginId') },
    evidence: lines(labelled('Status', status), labelled('Source', text(told, 'source')), labelled('Origin', text(item, 'componentVersionOriginName')),
      labelled('Overall score', text(told, 'overallScore')), labelled('Tags', texts(told, 'bdsaTags').join(', ')), labelled('License', text(item, 'licenseDisplay'))),
    firstSeen: text(told, 'remediationCreatedAt'),
    lastSeen: text(told, 'remediationUpdatedAt'),
    record,
  }
}
