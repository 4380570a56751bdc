import type { Severity } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import { hasColumns, hostOf, parts } from '../network.ts'
import type { TableReader } from '../reader.ts'

const letters: Readonly<Record<string, Severity>> = { I: 'none', L: 'low', M: 'medium', H: 'high', C: 'critical' }

/** Trustwave (TrustKeeper) as CSV: one finding for each row. https://www3.trustwave.com/support/kb/ */
export const reader: TableReader = {
  id: 'trustwave',
  name: 'Trustwave',
  kind: 'table',
  detect: (head) => hasColumns(head, 'Vulnerability Name', 'Remediation', 'Target Name'),
  read: ({ line, cell }) => {
    const status = cell('Status') ?? ''
    const severity = cell('Severity')
    return [{
      title: cell('Vulnerability Name'), description: cell('Description'), solution: cell('Remediation'), identifiers: identifiersIn(cell('CVE')),
      cvss: [{ score: cell('CVSS Score', 'CVSS') }], severity, derived: letters[severity?.toUpperCase() ?? ''] ?? null,
      stance: /^(?:fixed|remediated|resolved|closed)/i.test(status) ? 'fixed' : /^(?:accepted|approved)/i.test(status) ? 'accepted' : /^false positive/i.test(status) ? 'false-positive' : 'open',
      host: { ...hostOf(cell('IP'), cell('Domain')), name: cell('Target Name') ?? cell('IP'), fqdns: parts(cell('Domain')) },
      service: { port: Number(cell('Port') ?? Number.NaN), protocol: cell('Protocol'), name: cell('Service') },
      evidence: cell('Evidence'), record: `line ${line}`,
    }]
  },
}
