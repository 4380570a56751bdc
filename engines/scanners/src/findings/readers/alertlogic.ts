import { identifiersIn } from '../identifiers.ts'
import { hasColumns, hostOf, links } from '../network.ts'
import type { TableReader } from '../reader.ts'

/** Alert Logic, vulnerabilities as CSV: one finding for each row. https://docs.alertlogic.com */
export const reader: TableReader = {
  id: 'alertlogic',
  name: 'Alert Logic',
  kind: 'table',
  detect: (head) => hasColumns(head, 'Vulnerability', 'CVSS Score', 'Deployment Name', 'Asset Name', 'Protocol/Port'),
  read: ({ cell, line }) => {
    const [protocol, port] = (cell('Protocol/Port') ?? '').split('/')
    const about = ['Deployment Name', 'Customer Account', 'VPC/Network', 'Asset Type', 'Category', 'CISA Known Exploited'] as const
    return [{
      rule: cell('Vulnerability ID') ?? cell('Vulnerability'), title: cell('Vulnerability'), description: cell('Description'), solution: cell('Resolution'),
      references: links(cell('Resolution'), cell('Description')),
      identifiers: identifiersIn(cell('CVE'), cell('Vulnerability'), cell('Description')), cvss: [{ score: cell('CVSS Score') }], severity: cell('Severity'),
      host: { ...hostOf(cell('IP Address'), cell('Asset Name')), name: cell('Asset Name') ?? cell('IP Address'), cloudId: cell('Asset Key'), os: cell('Operating System') },
      service: { port: port === undefined ? null : Number(port), protocol: protocol ?? null, name: cell('Service') },
      evidence: [cell('Evidence'), ...about.map((name) => (cell(name) === null ? '' : `${name}: ${cell(name)}`))].filter((t) => t !== null && t !== '').join('\n'),
      firstSeen: cell('First Seen'), lastSeen: cell('Last Scanned'), record: `line ${line}`,
    }]
  },
}
