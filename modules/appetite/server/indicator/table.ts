import { readTable, TableError } from '@heng/engine-tables'
import { fill, HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { messages } from '../../locales/index.ts'

export interface TableLine {
  readonly line: number
  /** Reference of the indicator, such as `KRI-0003`, or its name; in capitals. */
  readonly reference: string
  readonly at: Date
  readonly value: number
  readonly note: string | null
}

export interface Problem {
  readonly line: number
  readonly message: string
}

const names = {
  indicator: ['indicator', 'kri', 'reference', '指标', '指标编号', '编号'],
  at: ['at', 'date', 'time', 'instant', 'measured at', '时间', '日期', '测量时间', '测量日期'],
  value: ['value', '数值', '值', '测量值'],
  note: ['note', 'remark', 'comment', '备注', '说明'],
} as const
type Column = keyof typeof names

const columnsOf = (header: readonly string[]): Readonly<Record<Column, number>> => {
  const at = (column: Column) => header.findIndex((h) => (names[column] as readonly string[]).includes(h.trim().toLowerCase()))
  return { indicator: at('indicator'), at: at('at'), value: at('value'), note: at('note') }
}

const zoned = /(?:z|[+-]\d{2}:?\d{2})$/i
const dayOrTime = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/

/** Minutes that a time zone is ahead of UTC at an instant. */
const offsetAt = (instant: number, timeZone: string): number => {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-US', { timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' })
    .formatToParts(instant).map((p) => [p.type, Number(p.value)]))
  return Math.round((Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!, parts.second!) - instant) / 60_000)
}

/** An instant with its zone as it says; a day or a time without one in the organisation's zone; null for anything else. */
export const instantOf = (text: string, timeZone: string): Date | null => {
  if (/^\d{4}-\d{2}-\d{2}T/.test(text) && zoned.test(text)) return Number.isNaN(Date.parse(text)) ? null : new Date(text)
  const found = dayOrTime.exec(text)
  if (found === null) return null
  const [year, month, day, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0)) as [number, number, number, number, number, number]
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  const read = new Date(local)
  if (read.getUTCMonth() !== month - 1 || read.getUTCDate() !== day || hour > 23 || minute > 59 || second > 59) return null
  return new Date(local - offsetAt(local - offsetAt(local, timeZone) * 60_000, timeZone) * 60_000)
}

/** A number with thousands separators or a percent sign as people write them; null for anything else. */
export const valueOf = (text: string): number | null => {
  const bare = text.replace(/[%％]$/, '').replace(/(?<=\d)[,，](?=\d{3}(?:\D|$))/g, '').trim()
  return /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(bare) ? Number(bare) : null
}

const most = 20_000

/** Reads a table of measurements; what a line lacks is a problem of that line. Throws `appetite.table` for a file that is none. */
export const readMeasurements = async (ctx: Ctx, csv: string): Promise<{ lines: TableLine[]; problems: Problem[] }> => {
  const t = messages[ctx.locale].pages.indicator.problems
  const lines: TableLine[] = []
  const problems: Problem[] = []
  try {
    const table = await readTable((async function* () { yield Buffer.from(csv, 'utf8') })(), { limits: { rows: most } as never })
    const column = columnsOf(table.header)
    const missing = (['indicator', 'at', 'value'] as const).filter((name) => column[name] === -1)
    if (missing.length > 0) {
      await table.close()
      throw new HengError('appetite.columns', { params: { columns: missing.map((name) => t.columns[name]).join(', ') }, fields: [{ path: 'csv', code: 'custom' }] })
    }
    for await (const { line, cells } of table.rows) {
      const cell = (name: Column) => (column[name] === -1 ? '' : (cells[column[name]] ?? '').trim())
      const [at, value] = [instantOf(cell('at'), ctx.org.timezone), valueOf(cell('value'))]
      if (at === null) problems.push({ line, message: fill(t.at, { value: cell('at') }) })
      if (value === null) problems.push({ line, message: fill(t.value, { value: cell('value') }) })
      if (at !== null && value !== null) lines.push({ line, reference: cell('indicator').toUpperCase(), at, value, note: cell('note').slice(0, 500) || null })
    }
  } catch (error) {
    if (error instanceof TableError) throw new HengError('appetite.table', { params: { problem: error.message }, fields: [{ path: 'csv', code: 'custom' }] })
    throw error
  }
  return { lines, problems }
}
