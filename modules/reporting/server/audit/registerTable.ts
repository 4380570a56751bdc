import { HengError, type ListQuery } from '@heng/contract'
import { printedRegister } from '@heng/imports/reads'
import type { Column, Row } from '@heng/reports'
import { countAll, streamRows, type AnyRegister } from '@heng/server-kit'
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
  readonly query?: ListQuery
  /** Shares of the width by column, where they are not the usual ones. */
  readonly weights?: Readonly<Record<string, number>>
  readonly further?: Further
}

/** Levels of risks, printed by the scale of the report. */
const scales = Object.fromEntries(['inherentLevel', 'currentLevel', 'residualLevel', 'evidencedLevel', 'level', 'acceptedLevel'].map((key) => [key, 'risk']))

const registerOf = ({ ctx }: Audit, noun: string): AnyRegister => {
  const reg = ctx.kit.registers.get(noun)
  if (reg === undefined) throw new HengError('notFound', { status: 404, params: { what: 'record' } })
  return reg
}

/** A register of any room as a table: as far as the caller may read it, in the words of the report's language, a thousand rows at a time. */
export const registerTable = async (a: Audit, { id, noun, keys, query = {}, weights = {}, further }: RegisterTable): Promise<{ columns: readonly Column[]; source: Source }> => {
  const reg = registerOf(a, noun)
  const printed = await printedRegister(a.ctx, reg, keys, scales)
  const pieces = async function* (): AsyncGenerator<readonly Row[]> {
    for await (const rows of streamRows(a.ctx, reg, { sort: 'reference', ...query }, a.preview ? previewed + 1 : 1_000)) {
      const cells = await printed.rowsOf(rows)
      const more = further === undefined ? null : await further.of(rows.map((row) => row.id))
      yield more === null ? cells : cells.map((row, i) => ({ ...row, ...more.get(rows[i]!.id) }))
      await a.progress(rows.length)
    }
  }
  const columns = [...printed.columns, ...(further?.columns ?? [])].map((column): Column => {
    const weight = weights[column.key]
    return weight === undefined ? column : { ...column, weight }
  })
  return { columns, source: { id, count: await countAll(a.ctx, reg, query), pieces } }
}
