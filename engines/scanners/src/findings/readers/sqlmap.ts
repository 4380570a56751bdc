import type { TableReader } from '../reader.ts'
import { addressOf, labelled } from '../web.ts'

const techniques: Readonly<Record<string, string>> = { B: 'boolean-based blind', E: 'error-based', U: 'UNION query', S: 'stacked queries', T: 'time-based blind', Q: 'inline query' }

/** sqlmap, CSV of several targets (`results-*.csv`): one finding for each parameter that takes an injection. https://github.com/sqlmapproject/sqlmap/wiki/Usage */
export const reader: TableReader = {
  id: 'sqlmap',
  name: 'sqlmap',
  kind: 'table',
  detect: (head) => ['Target URL', 'Place', 'Parameter', 'Technique(s)'].every((name) => head.header.includes(name)),
  read: ({ line, cell }) => {
    const letters = cell('Technique(s)')
    const known = [...(letters ?? '')].map((letter) => techniques[letter])
    return cell('Parameter') === null && letters === null ? [] : [{
      rule: 'sql-injection', title: `SQL injection in parameter ${cell('Parameter') ?? ''} (${cell('Place') ?? ''})`, ...addressOf(cell('Target URL')),
      evidence: labelled({ Place: cell('Place'), Parameter: cell('Parameter'), Techniques: known.includes(undefined) ? letters : known.join(', '), Notes: cell('Note(s)') }),
      record: `line ${line}`,
    }]
  },
}
