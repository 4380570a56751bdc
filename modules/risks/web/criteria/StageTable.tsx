import './criteria.css'
import type { Locale } from '@heng/contract'
import { fill } from '@heng/contract'
import type { MethodDefinition, TableStage } from '@heng/engine-risk'
import { Scroll, useLocale, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'
import { stepColour } from './colour.ts'

interface Side {
  readonly title: string
  readonly steps: readonly { readonly value: number; readonly name: string }[]
}

/** What a table is read by: a factor with its named steps, or an earlier step with its levels. */
export const sideOf = (definition: MethodDefinition, id: string, count: number, locale: Locale): Side => {
  const factor = definition.factors.find((f) => f.id === id)
  const stage = definition.stages.find((s) => s.id === id)
  const first = factor?.min ?? 1
  const names = factor?.levels ?? (definition.levels.length === count ? definition.levels : [])
  return {
    title: (factor ?? stage)?.title[locale] ?? id,
    steps: Array.from({ length: count }, (_, i) => ({ value: first + i, name: names[i]?.title[locale] ?? '' })),
  }
}

export interface StageTableProps {
  readonly definition: MethodDefinition
  readonly stage: TableStage
  /** Makes cells into inputs. */
  readonly onCell?: ((row: number, column: number, value: number) => void) | undefined
}

/** A table of the method as it stands in a standard: rows and columns named, the outcome coloured and written. */
export const StageTable = ({ definition, stage, onCell }: StageTableProps) => {
  const t = useText(messages).pages.criteria
  const locale = useLocale()
  const rows = sideOf(definition, stage.rows, stage.cells.length, locale)
  const columns = sideOf(definition, stage.columns, stage.cells[0]!.length, locale)
  const caption = stage.title[locale]
  return (
    <Scroll label={caption}>
      <table className="hg-heat rk-stage">
        <caption className="hg-visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{fill(t.rowsBy, { rows: rows.title, columns: columns.title })}</th>
            {columns.steps.map(({ value, name }) => (
              <th key={value} scope="col">
                <b>{value}</b> {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.steps.map((row, r) => (
            <tr key={row.value}>
              <th scope="row">
                <b>{row.value}</b> {row.name}
              </th>
              {columns.steps.map((column, c) => {
                const cell = stage.cells[r]![c]!
                return (
                  <td key={column.value} data-step={stepColour(definition, stage, cell)}>
                    {onCell === undefined ? (
                      <span>{cell}</span>
                    ) : (
                      <input
                        type="number" min={0} max={1_000_000} value={cell} aria-label={fill(t.cell, { rows: rows.title, row: row.value, columns: columns.title, column: column.value })}
                        onChange={(event) => onCell(r, c, Math.trunc(Number(event.target.value)) || 0)}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
