import { identifiersIn } from '../identifiers.ts'
import { hasColumns } from '../network.ts'
import type { TableReader } from '../reader.ts'

const facts = ['Use case', 'Source', 'Risk Response', 'Inherent Risk', 'Projected Risk', 'Countermeasure progress', 'Weakness tests', 'Countermeasure tests',
  'Owner', 'STRIDE-LM', 'MITRE reference'] as const

/** IriusRisk, threats of a model as CSV: one finding for each; its severity is the risk at present. https://www.iriusrisk.com */
export const reader: TableReader = {
  id: 'iriusrisk',
  name: 'IriusRisk',
  kind: 'table',
  detect: (head) => hasColumns(head, 'Component', 'Use case', 'Threat', 'Current Risk', 'Risk Response'),
  read: ({ cell, line }) => {
    const risk = cell('Current Risk')
    return [{
      title: cell('Threat'), description: facts.flatMap((name) => (cell(name) === null ? [] : [`${name}: ${cell(name)}`])).join('\n'), severity: risk,
      derived: /^very low$/i.test(risk ?? '') ? 'low' : /^very high$/i.test(risk ?? '') ? 'critical' : null,
      identifiers: identifiersIn(cell('MITRE reference')), rule: cell('MITRE reference'), place: cell('Component') === null ? null : { file: cell('Component')! },
      record: `line ${line}`,
    }]
  },
}
