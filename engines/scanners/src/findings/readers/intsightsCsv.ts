import { identifiersIn } from '../identifiers.ts'
import { hasColumns, hostOf, links } from '../network.ts'
import type { TableReader } from '../reader.ts'

/** IntSights (Rapid7 Threat Command), alerts as CSV: one finding for each; `fixed` where it is closed. https://docs.rapid7.com/threat-command/ */
export const reader: TableReader = {
  id: 'intsightsCsv',
  name: 'IntSights (CSV)',
  kind: 'table',
  detect: (head) => hasColumns(head, 'Alert ID', 'Title', 'Severity', 'Source URL', 'Network Type', 'Assets'),
  read: ({ cell, line }) => [{
    rule: cell('Alert ID'), title: cell('Title'), description: cell('Description'), references: [cell('Alert Link'), cell('Source URL'), ...links(cell('Additional Info'))],
    identifiers: identifiersIn(cell('Title'), cell('Description'), cell('Tags')), severity: cell('Severity'),
    stance: /^closed$/i.test(cell('Status') ?? '') ? (/false positive/i.test(cell('Closed Reason') ?? '') ? 'false-positive' : 'fixed') : 'open',
    host: cell('Assets') === null ? null : hostOf(cell('Assets')), url: cell('Source URL'),
    evidence: ['Type', 'Network Type', 'Source Name', 'Assets', 'Tags', 'Remediation', 'Closed Reason', 'Additional Info']
      .flatMap((name) => (cell(name) === null ? [] : [`${name}: ${cell(name)}`])).join('\n'),
    firstSeen: cell('Source Date (UTC)'), lastSeen: cell('Report Date (UTC)'), record: `line ${line}`,
  }],
}
