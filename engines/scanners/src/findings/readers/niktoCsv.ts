import { draftOfNikto } from '../nikto.ts'
import type { TextReader } from '../reader.ts'

/** Cells of a line, in quotes where they hold commas. Nikto writes no line ends in them. */
const cellsOf = (line: string): string[] => {
  const cells: string[] = []
  for (let at = 0; at <= line.length; ) {
    let cell = ''
    if (line[at] === '"') {
      for (at++; at < line.length && (line[at] !== '"' || line[at + 1] === '"'); at++) {
        if (line[at] === '"') at++
        cell += line[at]
      }
      at++
    } else {
      const end = line.indexOf(',', at)
      cell = line.slice(at, end < 0 ? line.length : end)
      at += cell.length
    }
    cells.push(cell.trim())
    at++
  }
  return cells
}

/** Nikto, CSV report: one finding for each item. Columns have no names: host, address, port, number (OSVDB or reference), method, path, message. https://github.com/sullo/nikto/wiki/Export-Formats */
export const reader: TextReader = {
  id: 'niktoCsv',
  name: 'Nikto (CSV)',
  kind: 'text',
  detect: ({ text }) => /^"?Nikto - v\d/.test(text.trimStart()),
  begin: () => (line, number) => {
    const [name, ip, port, reference, method, path, message] = cellsOf(line ?? '')
    if (message === undefined || !/^\d{1,5}$/.test(port ?? '') || method === '' || path === '') return []
    return [draftOfNikto({
      id: null, osvdb: /^(?:OSVDB-)?\d+$/i.test(reference ?? '') ? reference! : null, method: method!, message, path: path!, references: reference ?? null, name: name || null,
      ip: ip || null, port: port!, record: `line ${number}`,
    })]
  },
}
