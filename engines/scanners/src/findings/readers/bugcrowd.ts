import { draftOfBugcrowd } from '../bugcrowd.ts'
import type { TableReader } from '../reader.ts'

/** Bugcrowd, CSV export of submissions: one finding for each. https://docs.bugcrowd.com/customers/submission-management/export-submissions/ */
export const reader: TableReader = {
  id: 'bugcrowd',
  name: 'Bugcrowd',
  kind: 'table',
  detect: (head) => ['bounty_code', 'vrt_lineage', 'substate'].filter((name) => head.header.includes(name)).length >= 2,
  read: ({ line, cell }) => [draftOfBugcrowd(cell, cell('target_name'), `line ${line}`)],
}
