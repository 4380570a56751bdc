import { identifiersIn, joined } from '../identifiers.ts'
import { bids, hasColumns, hostOf, links, paragraphs, parts } from '../network.ts'
import type { Severity } from '../finding.ts'
import { cvssOfText, dateOf, severityOfLevel, stanceOfStatus } from '../qualys.ts'
import type { TableReader } from '../reader.ts'

/** Qualys' PCI service tells severities in letters. */
const letters: Readonly<Record<string, Severity>> = { L: 'low', M: 'medium', H: 'high', C: 'critical' }
const notDash = (text: string | null): string | null => (text === null || /^'?-$/.test(text) ? null : text)

/**
 * Qualys as CSV: scan report (`QID`, `Title`, `Vuln Status`), VMDR (`CVE`, `Asset Name`; a row for each CVE) and the PCI service, also sold as HackerGuardian (`VULN TITLE`).
 * One finding
 * for each row. https://docs.qualys.com/en/vm/latest/reports/
 */
export const reader: TableReader = {
  id: 'qualysCsv',
  name: 'Qualys (CSV)',
  kind: 'table',
  detect: (head) => [['QID'], ['Title', 'VULN TITLE'], ['IP', 'Asset Name', 'Asset IPV4', 'DNS', 'Host']].every((names) => names.some((name) => hasColumns(head, name))),
  read: ({ line, cell }) => {
    const of = (...names: string[]): string | null => names.map((name) => notDash(cell(name))).find((found) => found !== null) ?? null
    const type = of('Type', 'Type Detected')
    const level = of('Severity', 'KB Severity', 'Q_SEVERITY')
    // Below the rows of a report stand those of its summary.
    if (of('QID') === null || !/^\d+$/.test(of('QID')!)) return []
    const isIgnored = ['Ignored', 'Disabled'].some((column) => /^yes$/i.test(of(column) ?? ''))
    const name = of('DNS', 'HOSTNAME', 'Asset Name')
    const host = hostOf(of('IP'), of('Asset IPV4'), of('Asset IPV6'), name)
    return [{
      rule: of('QID'), title: of('Title', 'VULN TITLE'),
      description: paragraphs(of('Threat', 'CVE-Description'), of('Threat') === null ? null : of('CVE-Description'), of('Impact')), solution: of('Solution'),
      references: links(of('Vendor Reference')),
      identifiers: joined(identifiersIn(of('CVE ID', 'CVEID', 'CVE'), of('Vendor Reference'), of('VULN TITLE', 'Title'), of('Exploitability')), { other: bids(of('Bugtraq ID', 'BUGTRAQID')) }),
      cvss: [
        cvssOfText(of('CVSS4 Base', 'CVSSv4 Base', 'CVSSv4 Base (nvd)'), '4.0'), cvssOfText(of('CVSS3.1 Base', 'CVSSv3.1 Base', 'CVSSv3.1 Base (nvd)'), '3.1'),
        cvssOfText(of('CVSS3 Base', 'CVSSv3 Base', 'CVSSv3 Base (nvd)'), '3.0'),
        cvssOfText(of('CVSS Base', 'CVSSv2 Base', 'CVSSv2 Base (nvd)'), '2.0'), { score: of('CVSS_BASE') },
      ],
      severity: level, derived: letters[level ?? ''] ?? severityOfLevel(level, type),
      stance: isIgnored ? 'suppressed' : /^(?:approved|accepted)$/i.test(of('FALSE POSITIVE STATUS') ?? '') ? 'false-positive' : stanceOfStatus(of('Vuln Status', 'Status')),
      host: {
        ...host, name: name ?? host.name ?? null, fqdns: [...parts(of('FQDN')), ...(host.fqdns ?? [])], netbios: of('NetBIOS'),
        cloudId: of('EC2 Instance ID', 'Cloud Resource ID', 'Azure VM ID'), os: of('OS', 'OPERATING SYSTEM'), uuid: of('QG Host ID', 'QG_HOSTID'),
      },
      service: { port: Number(of('Port') ?? Number.NaN), protocol: of('Protocol'), name: null },
      evidence: of('Results', 'Result'),
      firstSeen: dateOf(of('First Detected', 'LAST SCAN')), lastSeen: dateOf(of('Last Detected', 'LAST SCAN')),
      record: `line ${line}`,
    }]
  },
}
