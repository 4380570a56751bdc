import type { Json } from '../../input/jsonRecords.ts'
import type { Stance } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { at, list, pointer, text, texts } from '../nodes.ts'
import { prowlerStance } from '../prowler.ts'
import type { JsonReader } from '../reader.ts'

/** OCSF: Suppressed 3, Resolved 4 (archived 5); what a check decided stands in `status_code` or under `compliance`. */
const stanceOf = (event: Json): Stance => {
  const status = text(event, 'status')?.toLowerCase()
  if (status === 'suppressed' || at(event, 'unmapped', 'muted') === true) return 'suppressed'
  const decided = prowlerStance(text(event, 'status_code') ?? text(event, 'compliance', 'status'))
  return decided === 'open' && (status === 'resolved' || status === 'archived') ? 'fixed' : decided
}

const vulnerabilityOf = (one: Json) => ({
  identifiers: joined(identifiersIn(text(one, 'cve', 'uid'), text(one, 'advisory', 'uid'), text(one, 'title')),
    { cwe: [text(one, 'cwe', 'uid'), text(one, 'cve', 'cwe', 'uid'), text(one, 'cve', 'cwe_uid')].flatMap(cweOf) }),
  cvss: list(one, 'cve', 'cvss').map((cvss) => ({ vector: text(cvss, 'vector_string'), score: text(cvss, 'base_score') })),
  references: texts(one, 'references'),
  parts: [...list(one, 'affected_packages'), ...list(one, 'packages')],
})

/**
 * Findings in the Open Cybersecurity Schema Framework, as Prowler 3 and later write them: one for each resource, and each package of each vulnerability; `passed` where the check did.
 * https://schema.ocsf.io/classes/detection_finding
 */
export const reader: JsonReader = {
  id: 'ocsf',
  name: 'OCSF findings (Prowler)',
  kind: 'json',
  detect: (head) => [head.keys, head.itemKeys].some((keys) => ['class_uid', 'metadata', 'severity_id'].filter((key) => keys.has(key)).length >= 2
    && (keys.has('finding_info') || keys.has('finding') || keys.has('status_code'))),
  paths: [['*']],
  mayBeLines: true,
  read: ({ value, keys }) => {
    const of = (...names: string[]) => text(value, ...names)
    const info = at(value, 'finding_info') ?? at(value, 'finding')
    const remediation = at(value, 'remediation') ?? at(info, 'remediation')
    const title = text(info, 'title')
    const common = {
      rule: of('metadata', 'event_code') ?? of('unmapped', 'check_id') ?? of('class_name'), title,
      description: [of('status_detail') ?? of('compliance', 'status_detail') ?? of('message'), text(info, 'desc'), of('risk_details') ?? text(info, 'supporting_data', 'Risk')]
        .filter((t, i, all) => t !== null && all.indexOf(t) === i).join('\n\n'),
      solution: text(remediation, 'desc'),
      references: [of('unmapped', 'related_url'), text(info, 'src_url'), ...[...texts(remediation, 'references'), ...texts(remediation, 'kb_articles'),
        ...texts(value, 'unmapped', 'additional_urls')].filter((t) => /^https?:/.test(t))],
      severity: of('severity'), stance: stanceOf(value),
      evidence: [...texts(value, 'compliance', 'requirements'), at(value, 'unmapped', 'compliance') === null ? '' : JSON.stringify(at(value, 'unmapped', 'compliance'))].join('\n'),
      firstSeen: text(info, 'first_seen_time_dt') ?? text(info, 'created_time_dt') ?? text(info, 'created_time') ?? of('time_dt') ?? of('time'),
      lastSeen: text(info, 'last_seen_time_dt') ?? of('time_dt') ?? of('time'), record: pointer(keys),
    }
    const vulnerabilities = list(value, 'vulnerabilities').map(vulnerabilityOf)
    const written = identifiersIn(title, of('status_detail'), of('message'), text(info, 'uid'))
    const resources = list(value, 'resources')
    return (resources.length === 0 ? [null] : resources).flatMap((resource) => {
      const id = text(resource, 'uid') ?? text(resource, 'name') ?? of('cloud', 'account', 'uid')
      const place = {
        host: { name: of('cloud', 'account', 'name') ?? of('cloud', 'account', 'uid') ?? text(resource, 'name'), cloudId: id, ips: texts(resource, 'ip') },
        place: id === null ? null : { file: [text(resource, 'region') ?? of('cloud', 'region'), id].filter((t) => t !== null).join(' ') },
      }
      return vulnerabilities.length === 0 ? [{ ...common, ...place, identifiers: written }]
        : vulnerabilities.flatMap(({ identifiers, cvss, references, parts }) => (parts.length === 0 ? [null] : parts).map((part) => {
        const name = text(part, 'name')
        return {
          ...common, ...place, identifiers: joined(identifiers, written), cvss, references: [...common.references, ...references],
          component: name === null ? null : { name, version: text(part, 'version'), purl: text(part, 'purl'), fixedIn: text(part, 'fixed_in_version'), path: text(part, 'path') },
        }
      }))
    })
  },
}
