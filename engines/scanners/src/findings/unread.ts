import { readTable, TableError, type Table } from '@heng/engine-tables'
import { membersOf } from '../input/archive.ts'
import { asUtf8 } from '../input/encoding.ts'
import type { ScanLimits } from '../input/limits.ts'
import { ScanError } from '../input/problem.ts'
import { unpacked } from '../input/unpack.ts'
import { headBytes, headOf } from './head.ts'
import type { Head } from './reader.ts'

/** Opens a report from its beginning, as often as it is asked: formats that tell their rules last are looked through twice. */
export type ReportSource = () => AsyncIterable<Uint8Array>

/** What may be a report of its own: all that was given, a file of an archive, a sheet of a workbook. Without a head: a workbook that is too old to be read. */
export interface Unread {
  /** Of the file in the archive, and of the sheet where there are several. */
  readonly member: string | null
  readonly sheet: string | null
  readonly source: ReportSource
  readonly head: Head | null
}

/** A workbook of more sheets is looked into no further: each is unpacked from the beginning. */
const mostSheets = 64

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && ((bytes[2] === 3 && bytes[3] === 4) || (bytes[2] === 5 && bytes[3] === 6))

const beginning = async (source: ReportSource, limits: ScanLimits): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of unpacked(source(), limits)) {
    parts.push(chunk)
    length += chunk.length
    if (length >= headBytes) break
  }
  return Buffer.concat(parts)
}

const whole = async (source: ReportSource, limits: ScanLimits): Promise<Buffer> => {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of unpacked(source(), limits)) {
    length += chunk.length
    if (length > limits.archiveBytes) throw new ScanError('bytes', { allowed: limits.archiveBytes })
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

/** The beginning of a text in UTF-8. */
const asText = async (bytes: Buffer): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const chunk of asUtf8((async function* () { yield bytes })(), { isBeginning: true })) parts.push(chunk)
  return Buffer.concat(parts)
}

export const tableOf = ({ source, sheet }: Pick<Unread, 'source' | 'sheet'>, limits: ScanLimits): Promise<Table> =>
  readTable(unpacked(source(), limits), { limits: { bytes: limits.unpackedBytes }, ...(sheet === null ? {} : { sheet }) })

/** A fault of a table in the words of scans. */
export const scanErrorOf = ({ problem, message }: TableError): ScanError => {
  const { code, line, column } = problem
  if (code === 'legacy-workbook') return new ScanError('legacy-workbook')
  if (code === 'empty') return new ScanError('empty')
  if (code.startsWith('zip-')) return new ScanError('archive', { found: message })
  const place = line === undefined ? {} : { line, column: column ?? 1 }
  return code === 'encoding' ? new ScanError('encoding', { found: String(problem.found), ...place }) : new ScanError('malformed', { found: message, ...place })
}

/** A title, and who made the report when, may stand in so many rows above the header. */
const mostRows = 20

/** The first rows of a table, as far as they can be read. */
const rowsOf = async (part: Pick<Unread, 'source' | 'sheet'>, limits: ScanLimits): Promise<{ readonly rows: readonly (readonly string[])[]; readonly sheets: readonly string[] }> => {
  const table = await tableOf(part, limits)
  const rows: (readonly string[])[] = [table.header]
  let length = 0
  try {
    for await (const { cells } of table.rows) {
      rows.push(cells)
      length += cells.reduce((sum, cell) => sum + cell.length, 0)
      if (rows.length >= mostRows || length > headBytes) break
    }
  } catch (error) {
    // It is told with its place when the rows are read for good.
    if (!(error instanceof TableError)) throw error
  }
  await table.close()
  return { rows, sheets: table.sheets }
}

/** Sheets of a workbook that have any cells; null for a zip that is no workbook. */
const sheetsOf = async (bytes: Buffer, source: ReportSource, member: string | null, limits: ScanLimits): Promise<Unread[] | null> => {
  try {
    const { sheets, rows } = await rowsOf({ source, sheet: null }, limits)
    if (sheets.length <= 1) return [{ member, sheet: null, source, head: headOf(bytes, rows) }]
    const parts: Unread[] = []
    for (const sheet of sheets.slice(0, mostSheets)) {
      try {
        parts.push({ member, sheet, source, head: headOf(bytes, (await rowsOf({ source, sheet }, limits)).rows) })
      } catch (error) {
        if (!(error instanceof TableError && error.problem.code === 'empty')) throw error
      }
    }
    return parts
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    if (error.problem.code === 'not-a-workbook') return null
    throw scanErrorOf(error)
  }
}

const textOrTable = async (bytes: Buffer, source: ReportSource, limits: ScanLimits): Promise<Head> => {
  const text = await asText(bytes)
  const head = headOf(text)
  if (head.kind !== 'text') return head
  if (bytes.length < headBytes && head.text.trim() === '') throw new ScanError('empty')
  try {
    return headOf(text, (await rowsOf({ source, sheet: null }, limits)).rows)
  } catch (error) {
    if (!(error instanceof TableError)) throw error
    if (error.problem.code === 'legacy-workbook') throw scanErrorOf(error)
    return head
  }
}

/** Files of an archive that may be reports. Archives within it are not looked into. */
const filesOf = async (archive: Buffer, limits: ScanLimits): Promise<Unread[]> => {
  const parts: Unread[] = []
  const members = await membersOf(archive, limits)
  if (members.length === 0) throw new ScanError('empty')
  for (const { name, open } of members) {
    try {
      parts.push(...(await unreadOf(open, name, limits)))
    } catch (error) {
      // Whatever else lies in the archive.
      if (error instanceof ScanError && ['empty', 'encoding'].includes(error.problem.code)) continue
      if (error instanceof ScanError && error.problem.code === 'legacy-workbook') {
        parts.push({ member: name, sheet: null, source: open, head: null })
        continue
      }
      throw error instanceof ScanError ? error.with({ member: name }) : error
    }
  }
  return parts
}

/** What there is to read, without a reader yet. */
export const unreadOf = async (source: ReportSource, member: string | null, limits: ScanLimits): Promise<Unread[]> => {
  const bytes = await beginning(source, limits)
  if (bytes.length === 0) throw new ScanError('empty')
  if (!isZip(bytes)) return [{ member, sheet: null, source, head: await textOrTable(bytes, source, limits) }]
  const archive = await whole(source, limits)
  // Names stand in an archive as they are.
  const sheets = archive.includes('xl/workbook.xml') ? await sheetsOf(bytes, source, member, limits) : null
  return sheets ?? (member === null ? await filesOf(archive, limits) : [])
}
