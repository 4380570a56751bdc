import type { TableReader } from '../reader.ts'

/** Gitleaks 8, CSV: one finding for each row. https://github.com/gitleaks/gitleaks */
export const reader: TableReader = {
  id: 'gitleaksCsv',
  name: 'Gitleaks (CSV)',
  kind: 'table',
  detect: ({ header }) => ['RuleID', 'Commit', 'Secret', 'StartLine'].every((name) => header.includes(name)),
  read: ({ cell, line }) => {
    const file = cell('File')
    const lineOf = (name: string): number | null => (cell(name) === null ? null : Number.parseInt(cell(name)!, 10) || null)
    const told = (name: string, value: string | null) => (value === null ? null : `${name}: ${value}`)
    return [{
      rule: cell('RuleID'), title: cell('Description') ?? cell('RuleID'), description: cell('Message'), references: [cell('Link')],
      place: file === null ? null : { file, line: lineOf('StartLine'), endLine: lineOf('EndLine') },
      evidence: [cell('Match'), told('Secret', cell('Secret')), told('Commit', cell('Commit')),
        told('Author', [cell('Author'), cell('Email')].filter((t) => t !== null).join(' ') || null), told('Symlink', cell('SymlinkFile')), told('Fingerprint', cell('Fingerprint')),
        told('Tags', cell('Tags'))].filter((t) => t !== null).join('\n'),
      secrets: cell('Secret') === null ? [] : [cell('Secret')!], firstSeen: cell('Date'), record: `line ${line}`,
    }]
  },
}
