import type { Severity } from '../finding.ts'
import type { TableReader } from '../reader.ts'
import { lineOf, linesOf, named } from '../sast.ts'

const levels: Readonly<Record<string, Severity>> = { 1: 'critical', 2: 'high', 3: 'medium', 4: 'low', 5: 'none' }

/** PMD, CSV: one finding for each row. Priority 1 is the highest. https://docs.pmd-code.org */
export const reader: TableReader = {
  id: 'pmd',
  name: 'PMD (CSV)',
  kind: 'table',
  detect: ({ header }) => ['Problem', 'Package', 'File', 'Priority', 'Line', 'Rule'].every((name) => header.includes(name)),
  read: ({ cell, line }) => [{
    rule: cell('Rule'), title: cell('Rule'), description: cell('Description'), severity: cell('Priority'), derived: levels[cell('Priority') ?? ''] ?? null,
    place: { file: cell('File') ?? 'unknown', line: lineOf(cell('Line')) }, evidence: linesOf(named('Rule set', cell('Rule set')), named('Package', cell('Package'))),
    record: `line ${line}`,
  }],
}
