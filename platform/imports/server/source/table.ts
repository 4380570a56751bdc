import { readTable, TableError, type Problem, type Row } from '@heng/engine-tables'
import { HengError } from '@heng/contract'
import type { ImportSource, ReadHow, SourceProblem, SourceRow } from './source.ts'

/** Rows of one import: more would make its one transaction too long. */
export const mostRows = 200_000
/** Bytes that a workbook may unpack to. */
const limits = { rows: mostRows, columns: 500 }

/** A file that cannot be read, or not to its end, with the reader's own words in both languages. */
export const unreadable = (error: unknown): unknown => {
  if (!(error instanceof TableError)) return error
  const { message, code, line, column } = error.problem
  return new HengError('import.unreadable', { params: { en: message.en, zh: message['zh-CN'] }, data: { problem: code, line, column }, cause: error })
}

const codes: Readonly<Partial<Record<Problem['code'], SourceProblem['code']>>> = { formula: 'formula', 'cell-error': 'cellError', ragged: 'ragged' }

const problemOf = ({ code, column, found, allowed }: Problem): SourceProblem[] => {
  const own = codes[code]
  return own === undefined ? [] : [{ code: own, column: column === undefined || own === 'ragged' ? null : column - 1, params: { found, allowed } }]
}

async function* rowsOf(rows: AsyncIterable<Row>): AsyncGenerator<SourceRow> {
  try {
    for await (const { line, cells, problems } of rows) yield { line, cells, ...(problems.length === 0 ? {} : { problems: problems.flatMap(problemOf) }) }
  } catch (error) {
    throw unreadable(error)
  }
}

/** CSV in any of four encodings, or a workbook. Throws `import.unreadable`. */
export const openTable = async (path: string, how: ReadHow): Promise<ImportSource> => {
  const table = await readTable(path, { ...how, limits }).catch((error: unknown) => {
    throw unreadable(error)
  })
  return {
    format: table.format,
    get encoding() {
      return table.encoding
    },
    delimiter: table.delimiter,
    sheets: table.sheets,
    sheet: table.sheet,
    header: table.header,
    problems: table.problems.map(({ message }) => message),
    rows: rowsOf(table.rows),
    close: () => table.close(),
  }
}
