import { identifiersIn } from '../identifiers.ts'
import { hasColumns } from '../network.ts'
import type { TableReader } from '../reader.ts'

/**
 * Microsoft Defender for Cloud (Azure Security Center), recommendations as CSV: one finding for each row; `passed` where it is healthy or does not apply.
 * https://learn.microsoft.com/azure/defender-for-cloud/
 */
export const reader: TableReader = {
  id: 'azureRecommendations',
  name: 'Microsoft Defender for Cloud',
  kind: 'table',
  detect: (head) => hasColumns(head, 'subscriptionId', 'resourceId', 'recommendationId', 'recommendationDisplayName', 'state'),
  read: ({ cell, line }) => [{
    rule: cell('recommendationName') ?? cell('recommendationId'), title: cell('recommendationDisplayName'), description: cell('description'), solution: cell('remediationSteps'),
    references: [cell('azurePortalRecommendationLink')],
    severity: cell('severity'), stance: /^(?:healthy|notapplicable)$/i.test(cell('state') ?? '') ? 'passed' : 'open',
    identifiers: identifiersIn(cell('recommendationDisplayName'), cell('description')),
    host: { name: cell('resourceName'), cloudId: cell('resourceId') ?? cell('nativeCloudAccountId') }, place: cell('resourceId') === null ? null : { file: cell('resourceId')! },
    evidence: ['subscriptionName', 'resourceGroup', 'resourceType', 'notApplicableReason', 'controls'].flatMap((name) => (cell(name) === null ? [] : [`${name}: ${cell(name)}`])).join('\n'),
    firstSeen: cell('firstEvaluationDate'), lastSeen: cell('statusChangeDate') ?? cell('exportedTimestamp'), record: `line ${line}`,
  }],
}
