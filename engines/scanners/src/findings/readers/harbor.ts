import { advisories, cvssBySource, labelled, lines } from '../advisories.ts'
import { cweOf, joined } from '../identifiers.ts'
import { at, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const type = 'application/vnd\\.(?:scanner\\.adapter\\.vuln\\.report\\.harbor\\+json|security\\.vulnerability\\.report)'

/** Harbor, vulnerabilities of an artifact as its scanner adapters tell them: one finding for each. https://github.com/goharbor/pluggable-scanner-spec */
export const reader: JsonReader = {
  id: 'harbor',
  name: 'Harbor',
  kind: 'json',
  detect: ({ keys, itemKeys }) =>
    [...keys].some((key) => new RegExp(`^${type}`).test(key))
    || (keys.has('generated_at') && keys.has('scanner') && keys.has('vulnerabilities') && (itemKeys.size === 0 || (itemKeys.has('package') && itemKeys.has('id')))),
  paths: [['*', 'vulnerabilities', '*'], ['vulnerabilities', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const report = at(context, ...keys.slice(0, -2))
    const [id, name, fixedIn] = [text(value, 'id'), text(value, 'package'), text(value, 'fix_version')]
    const preferred = at(value, 'preferred_cvss')
    const bySource = cvssBySource(at(value, 'vendor_attributes', 'CVSS'))
    const digest = texts(value, 'artifact_digests')[0] ?? text(report, 'artifact', 'digest')
    return [{
      rule: id,
      title: [id, name].filter((t) => t !== null).join(' in '),
      description: text(value, 'description'),
      solution: fixedIn === null ? null : `Upgrade to ${fixedIn}`,
      references: texts(value, 'links'),
      identifiers: joined(advisories(id), { cwe: texts(value, 'cwe_ids').flatMap(cweOf) }),
      cvss: [
        ...(bySource.length > 0 ? [] : [
          { ...(text(preferred, 'vector_v3') === null ? { version: '3.1' as const } : {}), vector: text(preferred, 'vector_v3'), score: text(preferred, 'score_v3') },
          { version: '2.0' as const, vector: text(preferred, 'vector_v2'), score: text(preferred, 'score_v2') },
        ]),
        ...bySource,
      ],
      severity: text(value, 'severity'),
      host: digest === null || digest === undefined ? null : { name: [text(report, 'artifact', 'repository'), digest].filter((t) => t !== null).join('@') },
      component: name === null ? null : { name, version: text(value, 'version'), fixedIn },
      evidence: lines(labelled('Status', text(value, 'status')), labelled('Scanner', text(report, 'scanner', 'name'))),
      lastSeen: text(report, 'generated_at'),
      record: pointer(keys),
    }]
  },
}
