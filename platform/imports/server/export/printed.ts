import type { Column, Row } from '@heng/reports'
import type { AnyRegister, Ctx, PresentedRow } from '@heng/server-kit'
import { exportColumns } from './columns.ts'
import { labelsFor, sharedNames } from './names.ts'
import { textsOf } from './texts.ts'
import { cellOf, kindOf } from './write.ts'

/** How documents print a register: titles of its columns, and rows as people read them. */
export interface PrintedRegister {
  readonly columns: readonly Column[]
  /** Cells of rows, a piece at a time: one statement for the names of what they point to. */
  rowsOf: (rows: readonly PresentedRow[]) => Promise<Row[]>
}

/**
 * A register in words of the context's language. `scales` names the scale of a report by which a level is printed; other levels print
 * as numbers. Throws `unknownField`. A statement for each noun that the columns point to.
 */
export const printedRegister = async (ctx: Ctx, reg: AnyRegister, keys: readonly string[], scales: Readonly<Record<string, string>> = {}): Promise<PrintedRegister> => {
  const columns = exportColumns(ctx.kit, reg, keys, ctx.locale)
  const textOf = await textsOf(ctx, reg, columns, ctx.locale, await sharedNames(ctx, columns, ctx.locale))
  const scaleOf = (key: string): string | undefined => scales[key]
  return {
    columns: columns.map((column): Column => {
      const scale = scaleOf(column.key)
      return { key: column.key, title: column.title, ...(scale === undefined ? { kind: kindOf(column) } : { kind: 'level', scale }) }
    }),
    rowsOf: async (rows) => {
      const labels = await labelsFor(ctx, columns, reg.noun, rows)
      return rows.map((row) =>
        Object.fromEntries(columns.map((column) => {
          const cell = cellOf(column, row, labels, textOf)
          return [column.key, scaleOf(column.key) !== undefined && typeof cell === 'number' ? String(cell) : cell]
        })),
      )
    },
  }
}
