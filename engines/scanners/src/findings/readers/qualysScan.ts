import { hostOf } from '../network.ts'
import { child, childText } from '../nodes.ts'
import { checkOf, severityOfLevel } from '../qualys.ts'
import type { XmlReader } from '../reader.ts'

/**
 * Qualys VM, results of one scan as XML (`SCAN`), as the web interface and the API write them: one finding for each vulnerability, potential one (practice), service and
 * information of
 * each host. https://docs.qualys.com/en/vm/api/ (scan-1.dtd)
 */
export const reader: XmlReader = {
  id: 'qualysScan',
  name: 'Qualys (scan results)',
  kind: 'xml',
  detect: (head) => head.root === 'SCAN' && (/\bvalue\s*=/.test(head.rootTag) || /scan-1\.dtd|<IP\b|<KEY\b/.test(head.text)),
  shape: { records: ['CAT/VULN', 'CAT/PRACTICE', 'CAT/INFO', 'CAT/SERVICE'], context: ['HEADER', 'IP/OS', 'IP/NETBIOS_HOSTNAME', 'IP/OS_CPE'] },
  read: ({ node, above, line }) => {
    const [root, cat, ip] = [above[0], above.at(-1), above.find((open) => open.name === 'IP')]
    const kept = (name: string): string | null => ip?.kept.find((one) => one.name === name)?.text ?? null
    const check = checkOf(node)
    const isInformation = node.name === 'INFO' || node.name === 'SERVICE'
    const date = child(root, 'HEADER')?.children.find((key) => key.name === 'KEY' && key.at.value === 'DATE')?.text
    return [{
      rule: node.at.number, title: check.title, description: check.description, solution: check.solution, references: check.references,
      identifiers: check.identifiers, cvss: check.cvss,
      severity: node.at.severity, derived: severityOfLevel(node.at.severity, isInformation ? 'Ig' : null),
      host: ip === undefined ? null : { ...hostOf(ip.at.value), fqdns: [ip.at.name === 'No registered hostname' ? null : ip.at.name].flatMap((name) => name ?? []),
        netbios: kept('NETBIOS_HOSTNAME'), os: kept('OS') },
      service: { port: Number(cat?.at.port ?? Number.NaN), protocol: cat?.at.protocol ?? null, name: cat?.at.port === undefined ? null : cat.at.value ?? null },
      evidence: childText(node, 'RESULT'), firstSeen: date, lastSeen: date, record: `line ${line}`,
    }]
  },
}
