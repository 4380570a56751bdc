import { identifiersIn, joined } from '../identifiers.ts'
import { paragraphs } from '../network.ts'
import { list, pointer, text, texts } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'

/**
 * Red Hat Satellite (Katello) API, list of errata: one finding for each erratum; those that are not of security are informational.
 * https://docs.redhat.com/en/documentation/red_hat_satellite/
 */
export const reader: JsonReader = {
  id: 'redHatSatellite',
  name: 'Red Hat Satellite',
  kind: 'json',
  detect: (head) => ['results', 'subtotal', 'selectable'].every((key) => head.keys.has(key)) && (head.itemKeys.has('errata_id') || head.itemKeys.size === 0),
  paths: [['results', '*']],
  read: ({ value, keys }) => {
    const [erratum, type] = [text(value, 'errata_id'), text(value, 'type')]
    const cves = list(value, 'cves')
    const packages = [...texts(value, 'packages'), ...list(value, 'module_streams').flatMap((stream) => texts(stream, 'packages'))]
    return [{
      rule: erratum ?? text(value, 'id'), title: text(value, 'title') ?? text(value, 'name'), description: paragraphs(text(value, 'summary'), text(value, 'description')),
      solution: paragraphs(text(value, 'solution'), packages.length === 0 ? null : `Packages: ${packages.join(', ')}`),
      references: [...cves, ...list(value, 'bugs')].map((one) => text(one, 'href')),
      identifiers: joined(identifiersIn(erratum, text(value, 'title'), ...cves.map((one) => text(one, 'cve_id') ?? text(one))), { other: erratum === null ? [] : [erratum] }),
      severity: text(value, 'severity'), derived: type !== null && type !== 'security' ? 'none' : null,
      evidence: ['type', 'installable', 'hosts_applicable_count', 'hosts_available_count'].flatMap((name) => (text(value, name) === null ? [] : `${name}: ${text(value, name)}`)).join('\n'),
      firstSeen: text(value, 'issued'), lastSeen: text(value, 'updated'), record: pointer(keys),
    }]
  },
}
