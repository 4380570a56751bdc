import { identifiersIn } from '../identifiers.ts'
import { childText } from '../nodes.ts'
import type { XmlReader } from '../reader.ts'
import { firstAddress, labelled } from '../web.ts'

/** ImmuniWeb, XML report: one finding for each vulnerability. https://www.immuniweb.com/ */
export const reader: XmlReader = {
  id: 'immuniweb',
  name: 'ImmuniWeb',
  kind: 'xml',
  detect: (head) => head.root === 'Vulnerabilities' && (/<CVSSv\d|<CWE-ID>/.test(head.text) || /<Vulnerabilities>\s*<\/Vulnerabilities|<Vulnerabilities\s*\//.test(head.text)),
  shape: { records: ['Vulnerability'], context: [] },
  read: ({ node, line }) => {
    const text = (name: string) => childText(node, name)
    const scores = ['CVSSv4', 'CVSSv3', 'CVSSv2'].map((name) => /^([\d.]+)?\s*(?:\[([^\]]+)\])?/.exec(text(name) ?? ''))
    return [{
      rule: text('Type'), title: text('Name'), description: text('Description'), solution: text('Remediation'),
      identifiers: identifiersIn(text('CVE-ID'), text('CWE-ID'), text('Name'), text('Description')),
      cvss: scores.map((found) => ({ score: found?.[1] ?? null, vector: found?.[2] ?? null })),
      severity: text('Risk'), stance: /^(?:fixed|resolved)$/i.test(text('Status') ?? '') ? 'fixed' : /^false.?positive$/i.test(text('Status') ?? '') ? 'false-positive' : 'open',
      ...firstAddress(text('URL')), evidence: labelled({ Id: text('ID'), 'Proof of concept': text('PoC') }), firstSeen: text('Date'), record: `line ${line}`,
    }]
  },
}
