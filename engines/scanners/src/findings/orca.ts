import { labelled, lines } from './advisories.ts'
import type { Draft } from './draft.ts'
import type { Stance } from './finding.ts'
import { identifiersIn } from './identifiers.ts'
import { severityOfCvss } from './severity.ts'

const stances: Readonly<Record<string, Stance>> = { closed: 'fixed', dismissed: 'suppressed', snoozed: 'suppressed', resolved: 'fixed' }

/** An alert of Orca by the names of its columns; its score runs from 0 to 10 but is no CVSS. */
export const draftOf = (cell: (name: string) => string | null, labels: readonly string[], record: string): Draft => {
  const score = cell('OrcaScore')
  const title = cell('Title')
  const name = cell('Inventory.Name') ?? cell('Source')
  return {
    rule: cell('AlertType') ?? title,
    title,
    description: cell('Description') ?? cell('Details'),
    solution: cell('Recommendation'),
    identifiers: identifiersIn(title, cell('Source'), ...labels),
    severity: cell('RiskLevel') ?? labelled('OrcaScore', score),
    derived: cell('RiskLevel') === null && score !== null ? severityOfCvss({ score: Number(score), version: '3.1' }) : null,
    stance: stances[cell('Status')?.toLowerCase() ?? ''] ?? 'open',
    host: name === null ? null : { name },
    evidence: lines(labelled('Alert', cell('AlertId')), labelled('Category', cell('Category')), labelled('Source', cell('Source')),
      labelled('Cloud account', cell('CloudAccount.Name')), labelled('Labels', labels.join(', ')), labelled('Score', score)),
    firstSeen: cell('CreatedAt'),
    lastSeen: cell('LastSeen'),
    record,
  }
}
