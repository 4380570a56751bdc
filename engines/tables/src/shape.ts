import type { Limits } from './limits.ts'
import { problem, type Problem, TableError } from './problem.ts'
import type { Row } from './table.ts'

/** A row from a reader, before it is held against the header. */
export interface UnshapedRow {
  line: number
  cells: string[]
  /** Indexes of formula cells, from 0. */
  formulas?: ReadonlySet<number>
  /** Error values by cell index. */
  errors?: ReadonlyMap<number, string>
}

/** Names empty and repeated headers; comparison ignores case, as a column mapping does. */
export function checkHeader(row: UnshapedRow): { header: string[]; problems: Problem[] } {
  const header = row.cells.map((cell) => cell.trim())
  const seen = new Map<string, number>()
  const problems = cellProblems(row)
  for (const [index, name] of header.entries()) {
    const place = { line: row.line, column: index + 1 }
    const earlier = seen.get(name.toLowerCase())
    if (name === '') problems.push(problem('header-empty', place))
    else if (earlier !== undefined) problems.push(problem('header-duplicate', { ...place, name, found: earlier }))
    else seen.set(name.toLowerCase(), index + 1)
  }
  return { header, problems }
}

/**
 * Brings rows to the header's width and counts them.
 *
 * @param sparse a sheet leaves out empty cells at the end of a row: short is then not ragged.
 */
export async function* shapeRows(rows: AsyncIterable<UnshapedRow>, width: number, sparse: boolean, limits: Limits): AsyncGenerator<Row> {
  let count = 0
  for await (const row of rows) {
    if (++count > limits.rows) throw new TableError('rows', { line: row.line, allowed: limits.rows })
    const { line, cells } = row
    const problems = cellProblems(row)
    const found = cells.length
    if (found > width || (found < width && !sparse)) problems.push(problem('ragged', { line, found, allowed: width }))
    while (cells.length < width) cells.push('')
    yield { line, cells, formula: (row.formulas?.size ?? 0) > 0, problems }
  }
}

function cellProblems(row: UnshapedRow): Problem[] {
  const { line } = row
  const formulas = [...(row.formulas ?? [])].map((index) => problem('formula', { line, column: index + 1 }))
  const errors = [...(row.errors ?? [])].map(([index, found]) => problem('cell-error', { line, column: index + 1, found }))
  return [...formulas, ...errors]
}
