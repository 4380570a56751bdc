import { HengError } from '@heng/contract'
import type { Reading } from '../../contract/index.ts'
import type { ImportSource } from './source.ts'

export const sampleRows = 20
const sampleCell = 200

/**
 * Reads a table to its end, so that a file that breaks off is refused when it arrives and not half-way through an
 * import; keeps the first rows to show. 100,000 rows take about half a second as CSV, two as a workbook.
 */
export const inspect = async (source: ImportSource): Promise<Reading> => {
  const sample: string[][] = []
  let rows = 0
  try {
    for await (const { cells } of source.rows) {
      rows += 1
      if (sample.length < sampleRows) sample.push(cells.map((cell) => cell.slice(0, sampleCell)))
    }
  } finally {
    await source.close()
  }
  if (rows === 0) throw new HengError('import.noRows')
  return {
    format: source.format,
    encoding: source.encoding ?? null,
    delimiter: source.delimiter ?? null,
    sheets: [...(source.sheets ?? [])],
    sheet: source.sheet ?? null,
    header: [...source.header],
    sample,
    rows,
    problems: (source.problems ?? []).map((text) => ({ ...text })),
  }
}
