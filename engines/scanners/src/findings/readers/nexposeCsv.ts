import type { Severity, Stance } from '../finding.ts'
import { identifiersIn, joined } from '../identifiers.ts'
import { hasColumns, hostOf, links, paragraphs, parts } from '../network.ts'
import type { Head, TableReader } from '../reader.ts'
import { severityOfCvss } from '../severity.ts'

const words: Readonly<Record<string, Severity>> = { critical: 'critical', severe: 'high', moderate: 'medium' }
const derivedOf = (level: string | null): Severity | null => {
  const number = Number(level ?? Number.NaN)
  return words[(level ?? '').toLowerCase()] ?? severityOfCvss({ score: number, version: '3.1' })
}

const stanceOf = (code: string | null): Stance => (/^(?:nv|ov|no)/i.test(code ?? '') ? 'passed' : /^(?:[ex]v|exception|sv)/i.test(code ?? '') ? 'suppressed' : 'open')

const isNexpose = (head: Head): boolean =>
  hasColumns(head, 'Vulnerability ID') && ['Asset IP Address', 'Asset Names', 'Asset Name'].some((name) => hasColumns(head, name))
  && ['Vulnerability Title', 'Vulnerability Severity Level'].some((name) => hasColumns(head, name))

/** Nexpose and InsightVM, CSV Export, of which any columns may be chosen: one finding for each row. https://docs.rapid7.com/insightvm/export-template-attributes */
export const reader: TableReader = {
  id: 'nexposeCsv',
  name: 'Nexpose (CSV)',
  kind: 'table',
  detect: isNexpose,
  read: ({ line, cell }) => {
    const id = (cell('Vulnerability ID') ?? '').toUpperCase()
    const vector = cell('Vulnerability CVSSv3 Vector', 'Vulnerability CVSS v3 Vector')
    const host = hostOf(cell('Asset IP Address'), cell('Asset Names', 'Asset Name'), cell('Asset Alternate IPv4 Addresses'), cell('Asset Alternate IPv6 Addresses'))
    const level = cell('Vulnerability Severity Level', 'Vulnerability Severity', 'Severity')
    return [{
      rule: cell('Vulnerability ID'), title: cell('Vulnerability Title'), description: paragraphs(cell('Vulnerability Description')),
      solution: cell('Vulnerability Solution', 'Vulnerability Solution Summary'),
      references: links(cell('Vulnerability Reference URLs'), cell('Vulnerability CVE URLs'), cell('Vulnerability Additional URLs'), cell('Exploit URLs')),
      identifiers: joined(identifiersIn(cell('Vulnerability CVE IDs', 'Vulnerability CVE ID'), cell('Vulnerability Reference IDs'), id.replace(/^.*?(?=CVE-\d{4}-\d)/, ''))),
      cvss: [
        { ...(vector?.startsWith('CVSS:') ? {} : { version: '3.0' as const }), vector, score: cell('Vulnerability CVSSv3 Score', 'Vulnerability CVSS v3 Score') },
        { version: '2.0', vector: cell('Vulnerability CVSS Vector'), score: cell('Vulnerability CVSS Score') },
      ],
      severity: level, derived: derivedOf(level),
      stance: stanceOf(cell('Vulnerability Test Result Code')),
      host: { ...host, macs: parts(cell('Asset MAC Addresses', 'Asset MAC Address')), os: [cell('Asset OS Name'), cell('Asset OS Version')].filter((part) => part !== null).join(' ') },
      service: { port: Number(cell('Service Port') ?? Number.NaN), protocol: cell('Service Protocol'), name: cell('Service Name') },
      evidence: cell('Vulnerability Proof', 'Vulnerability Test Result Description'),
      firstSeen: cell('Vulnerable Since', 'Vulnerability Test Date'), lastSeen: cell('Vulnerability Test Date'),
      record: `line ${line}`,
    }]
  },
}
