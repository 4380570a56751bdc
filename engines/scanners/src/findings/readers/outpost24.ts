import type { Severity } from '../finding.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { bids, hostOf, paragraphs } from '../network.ts'
import { child, childText, childTexts, children } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'

const risks: Readonly<Record<string, Severity>> = { 0: 'none', 1: 'low', 2: 'medium', 3: 'high', 4: 'high', 5: 'critical', 8: 'critical' }

/** Outpost24 (OUTSCAN, HIAB), report as XML: one finding for each detail. https://kb.outpost24.com/kb/xml-api-interface-technical-document */
export const reader: XmlReader = {
  id: 'outpost24',
  name: 'Outpost24',
  kind: 'xml',
  detect: (head) => head.root === 'main' && /outpost24|<report>\s{0,9}(?:OUTSCAN|HIAB)|<(?:detaillist|portlist-host|reportinfo)>/i.test(head.text),
  shape: { records: ['detaillist/detail'], context: [] },
  read: ({ node, line }) => {
    const text = (name: string): string | null => childText(node, name)
    const [port, history] = [child(node, 'portinfo'), child(node, 'history')]
    const references = children(child(node, 'referencelist'), 'reference').map((one) => childText(one, 'url'))
    const cves = children(node, 'cve').flatMap((one) => [...childTexts(one, 'id'), one.text])
    return [{
      rule: text('id'), title: text('name'), description: text('description'), solution: paragraphs(text('solutiontitle'), text('solution')), references,
      identifiers: joined(identifiersIn(...cves, text('cwe')), { other: bids(...children(node, 'bug').flatMap((one) => childTexts(one, 'id'))) }),
      cvss: [{ vector: text('cvss_v3_vector'), score: text('cvss_v3_score') }, { version: '2.0', vector: text('cvss_vector'), score: text('cvss_score') }],
      severity: text('risk'), derived: risks[text('risk') ?? ''] ?? null,
      stance: text('falsepositive') === '1' ? 'false-positive' : /^(?:1|true)$/.test(text('accepted') ?? '') ? 'accepted' : 'open',
      host: { ...hostOf(text('ip'), text('hostname'), text('virtualhost')), os: text('platform') },
      service: port === undefined ? null : { port: Number(childText(port, 'portnumber') ?? Number.NaN), protocol: childText(port, 'protocol'), name: childText(port, 'service') },
      component: text('product') === null ? null : { name: text('product')! },
      evidence: text('information'),
      firstSeen: childText(history, 'firstseen') ?? childText(history, 'added') ?? text('date'), lastSeen: childText(history, 'lastseen') ?? text('date'),
      record: `line ${line}`,
    }]
  },
}
