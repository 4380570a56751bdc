import type { Severity } from '../finding.ts'
import { cweOf, identifiersIn, joined } from '../identifiers.ts'
import { hasColumns } from '../network.ts'
import type { TableReader } from '../reader.ts'

const levels: Readonly<Record<string, Severity>> = { 'very high': 'critical', high: 'high', normal: 'medium', low: 'low', 'very low': 'low' }

/** Kiuwan, vulnerabilities or defects as CSV: one finding for each row; `suppressed` where it is muted. https://www.kiuwan.com/docs/ */
export const reader: TableReader = {
  id: 'kiuwan',
  name: 'Kiuwan',
  kind: 'table',
  detect: (head) => hasColumns(head, 'Rule code', 'Rule', 'Priority', 'Line number', 'Software characteristic'),
  read: ({ cell, line }) => {
    const number = Number(cell('Line number') ?? Number.NaN)
    const source = cell('Source file')
    const status = cell('Status') ?? ''
    return [{
      rule: cell('Rule code'), title: cell('Rule'),
      description: ['Software characteristic', 'Vulnerability type', 'Language', 'Effort', 'Normative', 'CWE Scope', 'Framework']
        .flatMap((name) => (cell(name) === null ? [] : [`${name}: ${cell(name)}`])).join('\n'),
      identifiers: joined({ cwe: (cell('CWE') ?? '').split(/[,;\s]+/).flatMap(cweOf) }, identifiersIn((cell('Normative') ?? '').replaceAll('CWE:', 'CWE-'))),
      severity: cell('Priority'), derived: levels[cell('Priority')?.toLowerCase() ?? ''] ?? null,
      stance: cell('Muted')?.toLowerCase() === 'yes' ? 'suppressed' : /false positive/i.test(status) ? 'false-positive' : 'open',
      place: cell('File') === null ? null : { file: cell('File')!, line: Number.isInteger(number) ? number : null },
      evidence: [cell('Line text'), source === null ? null : `from ${source}:${cell('Source line number') ?? ''} ${cell('Source line text') ?? ''}`].filter((t) => t !== null).join('\n'),
      record: `line ${line}`,
    }]
  },
}
