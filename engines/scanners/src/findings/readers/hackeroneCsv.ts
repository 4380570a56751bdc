import { draftOfBounty } from '../hackerone.ts'
import type { TableReader } from '../reader.ts'

/** HackerOne, CSV export of reports: one finding for each. https://docs.hackerone.com/en/articles/8511817-exporting-reports */
export const reader: TableReader = {
  id: 'hackeroneCsv',
  name: 'HackerOne (CSV)',
  kind: 'table',
  detect: (head) => ['severity_rating', 'substate', 'weakness', 'reported_at'].every((name) => head.header.includes(name)),
  read: ({ line, cell }) => [draftOfBounty(cell, `line ${line}`)],
}
