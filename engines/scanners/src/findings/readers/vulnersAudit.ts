import type { Severity } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { hostOf } from '../network.ts'
import { at, list, number, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

const levels: readonly Severity[] = ['none', 'none', 'low', 'medium', 'high', 'critical']

/** Vulners' scanner, report of the API: one finding for each advisory of each agent. What the advisories say stands beside them. https://vulners.com/docs/ */
export const reader: JsonReader = {
  id: 'vulnersAudit',
  name: 'Vulners',
  kind: 'json',
  detect: (head) => head.keys.has('result') && head.keys.has('data') && /"(?:vulnID|agentip|agentfqdn|cumulativeFix)"\s*:/.test(head.text),
  paths: [['data', 'report', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }) => {
    const id = text(value, 'vulnID')
    const vuln = id === null ? null : at(context, 'data', 'vulns', id)
    const [three, level] = [at(vuln, 'cvss3', 'cvssV3'), number(value, 'severity')]
    const fqdn = text(value, 'agentfqdn')
    return [{
      rule: id, title: text(value, 'title') ?? text(vuln, 'title'), description: text(vuln, 'description'), solution: text(value, 'cumulativeFix'),
      references: [text(vuln, 'href'), ...texts(vuln, 'references')],
      identifiers: joined(identifiersIn(id, text(value, 'title'), ...texts(vuln, 'cvelist')), {
        cwe: list(vuln, 'cwe').flatMap((one) => cweOf(text(one))), other: id === null || id.startsWith('CVE-') ? [] : [id],
      }),
      cvss: [
        { vector: text(three, 'vectorString'), score: number(three, 'baseScore') }, { vector: text(vuln, 'cvss', 'vector'), score: number(vuln, 'cvss', 'score') },
        { version: '2.0', vector: text(vuln, 'cvss2', 'cvssV2', 'vectorString'), score: number(vuln, 'cvss2', 'cvssV2', 'baseScore') },
      ],
      severity: text(value, 'severityText') ?? text(value, 'severity'), derived: level === null ? null : levels[level] ?? null,
      host: { ...hostOf(text(value, 'agentip')), fqdns: fqdn === null || fqdn === 'unknown' ? [] : [fqdn], name: fqdn === null || fqdn === 'unknown' ? text(value, 'agentip') : fqdn },
      component: text(value, 'package') === null ? null : { name: text(value, 'package')!, version: text(value, 'packageVersion') },
      evidence: text(value, 'family') === null ? null : `family: ${text(value, 'family')}`, record: pointer(keys),
    }]
  },
}
