import type { TableReader } from '../reader.ts'
import { lineOf, linesOf, named } from '../sast.ts'
import { linksIn } from '../npm.ts'
import { identifiersIn } from '../identifiers.ts'
import type { Stance } from '../finding.ts'

const stanceOf = (status: string | null): Stance => (/not a vulnerab|false|rejected/i.test(status ?? '') ? 'false-positive' : /fixed/i.test(status ?? '') ? 'fixed' : 'open')

/** Solar appScreener, CSV: one finding for each row. https://solarappscreener.com */
export const reader: TableReader = {
  id: 'solarAppScreener',
  name: 'Solar appScreener',
  kind: 'table',
  detect: ({ header }) => ['Vulnerability', 'Severity Level', 'Recommendations', 'Trace'].every((name) => header.includes(name)),
  read: ({ cell, line }) => [{
    rule: cell('Vulnerability'), title: cell('Vulnerability'), description: cell('Description'), solution: cell('Recommendations'), references: linksIn(cell('Links')),
    identifiers: identifiersIn(cell('Vulnerability'), cell('Links')),
    severity: cell('Severity Level'), stance: stanceOf(cell('Status')), place: { file: cell('File') ?? 'unknown', line: lineOf(cell('Line')) },
    evidence: linesOf(cell('Trace'), named('Language', cell('Language')), named('Status', cell('Status')), named('Comment', cell('Vulnerability Comment'))), record: `line ${line}`,
  }],
}
