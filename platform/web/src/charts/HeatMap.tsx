import { Link } from '@tanstack/react-router'
import type { Search } from '../app/search.ts'
import { formatNumber } from '../text/format.ts'
import { useLocale } from '../text/text.ts'
import { levelStep } from '../values/levelStep.ts'
import { Scroll } from '../values/Scroll.tsx'

export interface HeatMapAxis {
  readonly title: string
  readonly steps: readonly { readonly key: string; readonly label: string }[]
}

export interface HeatMapCell {
  /** What stands in the cell, usually a count. */
  readonly value: string | number
  /** Level of the method that the cell stands for; null leaves it plain. */
  readonly level: number | null
  /** Names the cell for those who do not see its place: “Likelihood 4, impact 5”; the value is read after it. */
  readonly label: string
  readonly to?: string
  readonly search?: Search
}

export interface HeatMapProps {
  readonly caption: string
  /** A heading above says the same. */
  readonly captionHidden?: boolean
  readonly rows: HeatMapAxis
  readonly columns: HeatMapAxis
  /** How many levels the method has: the highest has the strongest colour, whatever their number. */
  readonly levels: number
  readonly cell: (row: string, column: string) => HeatMapCell
}

/** A matrix as a plain table: every cell that leads somewhere is a link and so can be reached by keyboard. */
export const HeatMap = ({ caption, captionHidden = false, rows, columns, levels, cell }: HeatMapProps) => {
  const locale = useLocale()
  return (
    <Scroll label={caption}>
      <table className="hg-heat">
        <caption className={captionHidden ? 'hg-visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="hg-heat-corner">
              {rows.title} ＼ {columns.title}
            </th>
            {columns.steps.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.steps.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.label}</th>
              {columns.steps.map((column) => {
                const { value: raw, level, label, to, search } = cell(row.key, column.key)
                const value = typeof raw === 'number' ? formatNumber(raw, locale) : raw
                return (
                  <td key={column.key} data-step={level === null ? undefined : levelStep(level, levels)}>
                    {to === undefined ? (
                      <span>
                        <span className="hg-visually-hidden">{value === '' ? label : `${label}: `}</span>
                        {value}
                      </span>
                    ) : (
                      <Link to={to} search={(search ?? {}) as never} aria-label={`${label}: ${value}`}>
                        {value}
                      </Link>
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
