import type { Draft } from '../draft.ts'
import { draftsOf, type Cells } from '../general.ts'
import { fieldsOf, tellsFindings } from '../generalFields.ts'
import { pageOf, type HtmlNode } from '../html.ts'
import { cellsOf, elements, rowsOf, textOf } from '../htmlNodes.ts'
import type { HtmlReader } from '../reader.ts'

/** A header may stand below a title. */
const mostRows = 3
const mostColumns = 100
/** Merged cells may stand for so many others in one table. */
const mostMerged = 100_000
const spanOf = (cell: HtmlNode, of: 'rowspan' | 'colspan'): number => Math.min(Math.max(1, Number.parseInt(cell.at[of] ?? '1', 10) || 1), of === 'colspan' ? mostColumns : 10_000)

interface Row {
  readonly line: number
  readonly cells: readonly string[]
}
/** Rows of a table, with merged cells in each row and column that they stand for. */
const gridOf = (table: HtmlNode): Row[] => {
  const below: { text: string; rows: number }[] = []
  let left = mostMerged
  return rowsOf(table).map((row) => {
    const cells: string[] = []
    const merged = () => {
      for (let above = below[cells.length]; above !== undefined && above.rows > 0 && left > 0 && cells.length < mostColumns; above = below[cells.length]) {
        above.rows--
        left--
        cells.push(above.text)
      }
    }
    for (const cell of cellsOf(row)) {
      merged()
      const text = textOf(cell)
      for (let i = spanOf(cell, 'colspan'); i > 0 && cells.length < mostColumns; i--) {
        below[cells.length] = { text, rows: spanOf(cell, 'rowspan') - 1 }
        cells.push(text)
      }
    }
    merged()
    return { line: row.line, cells }
  })
}

const cellsUnder = (header: readonly string[], cells: readonly string[]): Cells => {
  const fields = fieldsOf(header)
  return (field) => (fields[field] ?? []).flatMap((name) => {
    const text = cells[header.indexOf(name)] ?? ''
    return text === '' ? [] : [[name, text] as const]
  })
}

/** Label and value beside each other, in one or two pairs a row, of one finding; null where the table is otherwise. */
const ofPairs = (rows: readonly Row[]): Draft[] | null => {
  if (rows.length === 0 || rows.some(({ cells }) => cells.length === 0 || cells.length % 2 === 1 || cells.length > 4)) return null
  const pairs = rows.flatMap(({ cells }) => cells.flatMap((label, i) => (i % 2 === 0 ? [[label.replace(/[:：]$/, ''), cells[i + 1]!] as const] : [])))
  const header = pairs.map(([label]) => label)
  const isLabels = rows.every(({ cells: [label] }) => Object.keys(fieldsOf([label!])).length > 0)
  return isLabels && tellsFindings(header) ? draftsOf(cellsUnder(header, pairs.map(([, value]) => value)), `line ${rows[0]!.line}`) : null
}

const draftsIn = (page: HtmlNode): Draft[] =>
  elements(page, ({ name }) => name === 'table').flatMap((table) => {
    const rows = gridOf(table)
    const paired = ofPairs(rows)
    if (paired !== null) return paired
    const at = rows.slice(0, mostRows).findIndex(({ cells }) => tellsFindings(cells))
    return at < 0 ? [] : rows.slice(at + 1).flatMap(({ cells, line }) => draftsOf(cellsUnder(rows[at]!.cells, cells), `line ${line}`))
  })

/** Any page with tables whose columns or labels have the names that findings commonly have, in English or Chinese: reports of tools without a reader. */
export const reader: HtmlReader = {
  id: 'generalPage',
  name: 'Page with findings',
  kind: 'html',
  isGeneral: true,
  detect: ({ text }) => draftsIn(pageOf(text, Number.POSITIVE_INFINITY)).length > 0,
  read: draftsIn,
}
