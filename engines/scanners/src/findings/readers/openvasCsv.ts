import { identifiersIn, joined } from '../identifiers.ts'
import { bids, hasColumns, hostOf, links, paragraphs, parts } from '../network.ts'
import type { TableReader } from '../reader.ts'

/** OpenVAS and Greenbone, report as CSV: one finding for each row. https://docs.greenbone.net/GSM-Manual/gos-22.04/en/reports.html */
export const reader: TableReader = {
  id: 'openvasCsv',
  name: 'OpenVAS (CSV)',
  kind: 'table',
  detect: (head) => hasColumns(head, 'NVT Name', 'Severity') && ['NVT OID', 'Result ID', 'IP'].some((name) => hasColumns(head, name)),
  read: ({ line, cell }) => [{
    rule: cell('NVT OID'), title: cell('NVT Name'),
    description: paragraphs(cell('Summary'), cell('Vulnerability Insight'), cell('Affected Software/OS'), cell('Impact')),
    solution: cell('Solution'),
    references: links(cell('Other References')),
    identifiers: joined(identifiersIn(cell('CVEs'), cell('NVT OID'), cell('Other References')), { other: [...bids(cell('BIDs')), ...parts(cell('CERTs'))] }),
    cvss: [{ score: cell('CVSS') }],
    severity: cell('Severity'),
    stance: /^false positive$/i.test(cell('Severity') ?? '') || Number(cell('CVSS') ?? 0) === -1 ? 'false-positive' : 'open',
    host: { ...hostOf(cell('IP'), cell('Hostname')), fqdns: parts(cell('Hostname')) },
    service: { port: Number(cell('Port') ?? Number.NaN), protocol: cell('Port Protocol') },
    evidence: paragraphs(cell('Specific Result'), cell('Product Detection Result')),
    firstSeen: cell('Timestamp'), lastSeen: cell('Timestamp'),
    record: `line ${line}`,
  }],
}
