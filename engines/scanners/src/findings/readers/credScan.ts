import type { TableReader } from '../reader.ts'
import { linesOf, named } from '../sast.ts'

/** Microsoft CredScan, CSV: one finding for each row; suppressed ones too. https://secdevtools.azurewebsites.net/helpcredscan.html */
export const reader: TableReader = {
  id: 'credScan',
  name: 'CredScan',
  kind: 'table',
  detect: ({ header }) => ['TimeofDiscovery', 'Source', 'Searcher', 'HashKey'].every((name) => header.includes(name)),
  read: ({ cell, line }) => [{
    rule: cell('Searcher')?.split(' ')[0], title: cell('Searcher'), description: cell('Description'), stance: /^(?:yes|true)$/i.test(cell('IsSuppressed') ?? '') ? 'suppressed' : 'open',
    place: { file: cell('Source') ?? 'unknown', line: Number(cell('Line')) || null },
    evidence: linesOf(named('Hash', cell('HashKey')), named('Score', cell('MatchingScore')), named('Suppressed', cell('SuppressJustification'))), firstSeen: cell('TimeofDiscovery'), secrets: [],
    record: `line ${line}`,
  }],
}
