import type { Json } from '../../input/jsonRecords.ts'
import type { Draft } from '../draft.ts'
import { identifiersIn } from '../identifiers.ts'
import { list, number, pointer, text } from '../nodes.ts'
import type { JsonReader } from '../reader.ts'
import { firstAddress, labelled } from '../web.ts'

const known = new WeakMap<object, Map<string, Json>>()
/** What the report says of each kind of finding, by its slug. */
const descriptionsOf = (context: Json): Map<string, Json> => {
  if (context === null || typeof context !== 'object') return new Map()
  const made = known.get(context) ?? new Map([...list(context, 'descriptions'), ...list(context, 'data', 'descriptions')]
    .flatMap((d) => (text(d, 'slug') === null ? [] : [[text(d, 'slug')!, d] as const])))
  known.set(context, made)
  return made
}

/** Metrics of CVSS 3.0 that the report numbers from 1 on. */
const metrics = {
  AV: ['cvssAttackVector', 'NALP'], AC: ['cvssAttackComplexity', 'LH'], PR: ['cvssPrivilegesRequired', 'NLH'], UI: ['cvssUserInteraction', 'NR'], S: ['cvssScope', 'UC'],
  C: ['cvssConfidentiality', 'NLH'], I: ['cvssIntegrity', 'NLH'], A: ['cvssAvailability', 'NLH'],
} as const
const vectorOf = (description: Json): string | null => {
  const parts = Object.entries(metrics).map(([metric, [key, values]]) => `${metric}:${values[(number(description, key) ?? 0) - 1] ?? ''}`)
  return parts.some((part) => part.endsWith(':')) ? null : `CVSS:3.0/${parts.join('/')}`
}

/** Crashtest Security, JSON report: one finding for each of each scanner, and for each CVE of software that was found. https://www.crashtest-security.com/ */
export const reader: JsonReader = {
  id: 'crashtest',
  name: 'Crashtest Security',
  kind: 'json',
  detect: (head) => (head.keys.has('findings') && head.keys.has('descriptions')) || ((head.keys.has('findings') || head.keys.has('data')) && /"finding_description_slug"\s*:/.test(head.text)),
  paths: [['findings', '*', '*'], ['data', 'findings', '*', '*']],
  needsContext: true,
  read: ({ value, keys }, { context }): readonly Draft[] => {
    const slug = text(value, 'finding_description_slug')
    const description = descriptionsOf(context).get(slug ?? '') ?? null
    const information = text(value, 'information')
    const address = firstAddress(/\bhttps?:\/\/[^\s"'<>]+/i.exec(information ?? '')?.[0].replace(/[.,;]$/, ''))
    const port = /\bport "(\d{1,5})\/(tcp|udp)"/i.exec(information ?? '')
    const name = text(value, 'product')
    const component = name === null ? null : { name, version: text(value, 'version') }
    const seen = { ...address, ...(port === null ? {} : { service: { port: Number(port[1]), protocol: port[2]! } }), component, lastSeen: text(value, 'created_at') }
    const references = [text(description, 'reference_owasp'), text(description, 'reference_resolution')]
    return [
      {
        ...seen, rule: slug, title: text(description, 'title') ?? text(value, 'service_type'), description: text(description, 'description'),
        solution: text(description, 'how_to_fix'), references,
        identifiers: identifiersIn(information, text(description, 'title'), text(description, 'description')),
        cvss: [{ vector: vectorOf(description), score: text(description, 'baseScore'), version: '3.0' }],
        evidence: information, record: pointer(keys),
      },
      ...list(value, 'cve_findings').map((cve, i): Draft => ({
        ...seen, rule: text(cve, 'cve_id'), title: text(cve, 'cve_id'), description: text(cve, 'information'), references, identifiers: identifiersIn(text(cve, 'cve_id')),
        cvss: [{ score: text(cve, 'cvss'), version: '2.0' }],
        component: { name: text(cve, 'product') ?? name ?? '', version: text(cve, 'version') ?? component?.version ?? null },
        evidence: labelled({
          Found: information, Vector: text(cve, 'vector'), Complexity: text(cve, 'complexity'), Authentication: text(cve, 'authentication'),
          Confidentiality: text(cve, 'confidentiality'), Integrity: text(cve, 'integrity'), Availability: text(cve, 'availability'),
        }),
        record: pointer([...keys, 'cve_findings', i]),
      })),
    ]
  },
}
