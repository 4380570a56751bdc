import { identifiersIn } from '../identifiers.ts'
import { hasColumns, hostOf } from '../network.ts'
import type { TableReader } from '../reader.ts'

/**
 * Cloudflare Security Insights, CSV: one finding for each insight; `fixed` where it is resolved, `suppressed` where it is archived.
 * https://developers.cloudflare.com/security-center/security-insights/
 */
export const reader: TableReader = {
  id: 'cloudflareInsights',
  name: 'Cloudflare Security Insights',
  kind: 'table',
  detect: (head) => hasColumns(head, 'severity', 'issue_class', 'subject', 'issue_type'),
  read: ({ cell, line }) => {
    const status = cell('status')?.toLowerCase()
    return [{
      rule: cell('issue_class'), title: [cell('issue_class'), cell('subject')].filter((t) => t !== null).join(': '),
      description: [cell('issue_type'), cell('insight'), cell('risk')].filter((t) => t !== null).join('\n\n'), solution: cell('recommended_action'),
      severity: cell('severity'), stance: status === 'resolved' ? 'fixed' : status === 'archived' || status === 'dismissed' ? 'suppressed' : 'open',
      identifiers: identifiersIn(cell('issue_class'), cell('insight')),
      host: { ...hostOf(cell('subject')) }, evidence: cell('detection_method'), lastSeen: cell('scan_performed_on'), record: `line ${line}`,
    }]
  },
}
