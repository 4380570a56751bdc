import type { Severity } from '../finding.ts'
import { identifiersIn } from '../identifiers.ts'
import type { TableReader } from '../reader.ts'
import { lineOf, linesOf, named } from '../sast.ts'

const levels: Readonly<Record<string, Severity>> = { 0: 'none', 1: 'low', 2: 'low', 3: 'medium', 4: 'high', 5: 'critical' }

/** Flawfinder, CSV: one finding for each hit. Level 5 is the highest. https://dwheeler.com/flawfinder */
export const reader: TableReader = {
  id: 'flawfinder',
  name: 'Flawfinder (CSV)',
  kind: 'table',
  detect: ({ header }) => ['File', 'Line', 'Level', 'Category', 'CWEs', 'Warning'].every((name) => header.includes(name)),
  read: ({ cell, line }) => [{
    rule: cell('RuleId') ?? cell('Name'), title: cell('Name'), description: cell('Warning'), solution: cell('Suggestion'), references: [cell('HelpUri')],
    identifiers: identifiersIn(cell('CWEs'), cell('Warning')),
    severity: cell('Level'), derived: levels[cell('Level') ?? ''] ?? null, place: { file: cell('File') ?? 'unknown', line: lineOf(cell('Line')) },
    evidence: linesOf(cell('Context'), named('Category', cell('Category')), cell('Note')), record: `line ${line}`,
  }],
}
