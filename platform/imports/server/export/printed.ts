import type { Column, Row } from '@heng/reports'
import type { Label } from '@heng/contract'
import type { AnyRegister, Ctx, PresentedRow } from '@heng/server-kit'
import { exportColumns } from './columns.ts'
import { labelsFor, sharedNames } from './names.ts'
import { textsOf } from './texts.ts'
import { cellOf, kindOf } from './write.ts'

/** How documents print a register: titles of its columns, and rows as people read them. */
export interface PrintedRegister {
  readonly columns: readonly Column[]
  /** Cells of rows, a piece at a time: one statement for the names of what they point to, none where these are known. */
  rowsOf: (rows: readonly PresentedRow[], labels?: Readonly<Record<string, Label>>) => Promise<Row[]>
}

/**
 * A register in words of the context's language. `scales` names the scale of a report by which a level is printed; other levels print
 * as numbers. Throws `unknownField`. Names that several records bear get their reference beside them, for which there is a statement for each
 * noun that the columns point to; `told` by name alone needs none.
 */
export const printedRegister = async (
  ctx: Ctx, reg: AnyRegister, keys: readonly string[], { scales = {}, told = 'exactly' }: { readonly scales?: Readonly<Record<string, string>>; readonly told?: 'exactly' | 'byName' } = {},
): Promise<PrintedRegister> => {
  const columns = exportColumns(ctx.kit, reg, keys, ctx.locale)
  const textOf = await textsOf(ctx, reg, columns, ctx.locale, told === 'byName' ? (_target, label) => label?.text ?? '' : await sharedNames(ctx, columns, ctx.locale))
  const scaleOf = (key: string): string | undefined => scales[key]
  return {
    columns: columns.map((column): Column => {
      const scale = scaleOf(column.key)
      return { key: column.key, title: column.title, ...(scale === undefined ? { kind: kindOf(column) } : { kind: 'level', scale }) }
    }),
    rowsOf: async (rows, known) => {
      const labels = known ?? (await labelsFor(ctx, columns, reg.noun, rows))
      return rows.map((row) =>
        Object.fromEntries(columns.map((column) => {
          const cell = cellOf(column, row, labels, textOf)
          return [column.key, scaleOf(column.key) !== undefined && typeof cell === 'number' ? String(cell) : cell]
        })),
      )
    },
  }
}
