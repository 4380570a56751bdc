import { HengError, type Label, type ListQuery } from '@heng/contract'
import { printedRegister, type PrintedRegister } from '@heng/imports/reads'
import type { Column, Row } from '@heng/reports'
import { breathe, countAll, listPage, streamRows, type AnyRegister, type PresentedRow } from '@heng/server-kit'
import { previewed, type Audit, type Source } from './chapter.ts'

/** Columns beside the fields of a noun, for a piece of its records at a time. */
interface Further {
  readonly columns: readonly Column[]
  of: (ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>
}

export interface RegisterTable {
  readonly id: string
  readonly noun: string
  readonly keys: readonly string[]
  /** Shares of the width by column, where they are not the usual ones. */
  readonly weights?: Readonly<Record<string, number>>
  readonly further?: Further
}

/** Levels of risks, printed by the scale of the report. */
const scales = Object.fromEntries(['inherentLevel', 'currentLevel', 'residualLevel', 'evidencedLevel', 'level', 'acceptedLevel'].map((key) => [key, 'risk']))

const query: ListQuery = { sort: 'reference' }
/** So many rows are worded in one go. */
const piece = 100

const registerOf = ({ ctx }: Audit, noun: string): AnyRegister => {
  const reg = ctx.kit.registers.get(noun)
  if (reg === undefined) throw new HengError('notFound', { status: 404, params: { what: 'record' } })
  return reg
}

const withFurther = async (printed: PrintedRegister, further: Further | undefined, rows: readonly PresentedRow[], labels?: Readonly<Record<string, Label>>): Promise<readonly Row[]> => {
  const cells = await printed.rowsOf(rows, labels)
  if (further === undefined || rows.length === 0) return cells
  const more = await further.of(rows.map((row) => row.id))
  return cells.map((row, i) => ({ ...row, ...more.get(rows[i]!.id) }))
}

/** The first rows, as a list would show them: two statements. */
const firstRows = async (a: Audit, reg: AnyRegister, id: string, read: (rows: readonly PresentedRow[], labels: Readonly<Record<string, Label>>) => Promise<readonly Row[]>): Promise<Source> => {
  const { items, labels, total, totalCapped } = await listPage(a.ctx, reg, { ...query, limit: previewed + 1 })
  const rows = await read(items, labels)
  return { id, count: totalCapped ? null : total, pieces: () => (async function* () { yield await Promise.resolve(rows) })() }
}

/** A register of any room as a table: as far as the caller may read it, in the words of the report's language, a hundred rows at a time. */
export const registerTable = async (a: Audit, { id, noun, keys, weights = {}, further }: RegisterTable): Promise<{ columns: readonly Column[]; source: Source }> => {
  const reg = registerOf(a, noun)
  const printed = await printedRegister(a.ctx, reg, keys, { scales, told: a.preview ? 'byName' : 'exactly' })
  const pieces = async function* (): AsyncGenerator<readonly Row[]> {
    for await (const rows of streamRows(a.ctx, reg, query, piece)) {
      await breathe()
      yield await withFurther(printed, further, rows)
      await a.progress(rows.length)
    }
  }
  const columns = [...printed.columns, ...(further?.columns ?? [])].map((column): Column => {
    const weight = weights[column.key]
    return weight === undefined ? column : { ...column, weight }
  })
  const source = a.preview ? await firstRows(a, reg, id, (rows, labels) => withFurther(printed, further, rows, labels)) : { id, count: await countAll(a.ctx, reg, query), pieces }
  return { columns, source }
}
