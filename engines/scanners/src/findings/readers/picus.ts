import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { hasColumns } from '../network.ts'
import type { TableReader } from '../reader.ts'

const facts = ['threatId', 'attackModules', 'attackCategory', 'affectedOs', 'affectedPlatforms', 'affectedProducts', 'actionMitreTactic', 'actionMitreTechnique',
  'actionMitreSubtechnique', 'threatPreventionResult', 'threatDetectionLogResult',
  'threatDetectionAlertResult', 'actionPreventionResult', 'actionPayload', 'actionFileName', 'actionSha256', 'signatureName', 'output'] as const

/** Picus, simulated attacks as CSV: one finding for each action; `passed` where it was blocked. https://www.picussecurity.com */
export const reader: TableReader = {
  id: 'picus',
  name: 'Picus',
  kind: 'table',
  detect: (head) => hasColumns(head, 'simulationRunId', 'threatName', 'actionName'),
  read: ({ cell, line }) => [{
    rule: cell('actionId') ?? cell('threatId'), title: [cell('threatName'), cell('actionName')].filter((t) => t !== null).join(': '), description: cell('actionDescription'),
    references: [cell('genericMitigationsTabLink'), cell('detectionContentTabLink')],
    identifiers: joined(identifiersIn(cell('cve')), { cwe: (cell('cwe') ?? '').split(/[,;\s]+/).flatMap(cweOf) }), severity: cell('threatSeverity') ?? cell('severity'),
    stance: /^blocked$/i.test(cell('actionPreventionResult') ?? cell('threatPreventionResult') ?? '') ? 'passed' : 'open',
    host: cell('location') === null ? null : { name: cell('location') }, service: cell('actionProtocol') === null ? null : { protocol: cell('actionProtocol') },
    evidence: facts.flatMap((name) => (cell(name) === null ? [] : [`${name}: ${cell(name)}`])).join('\n'), firstSeen: cell('attackStartedTimeUTC'),
    lastSeen: cell('attackEndedTimeUTC'), record: `line ${line}`,
  }],
}
