import type { EChartsCoreOption } from 'echarts/core'
import { lazy, Suspense, useId, useState, type ReactNode } from 'react'
import { useKitText } from '../text/text.ts'

const EChart = lazy(async () => ({ default: (await import('./EChart.tsx')).EChart }))

export interface ChartTable {
  readonly columns: readonly string[]
  /** One row per line, the first cell naming it. */
  readonly rows: readonly (readonly (string | number)[])[]
}

export interface ChartProps {
  /** Options of ECharts; colours and text come from the product's palette. Keep the object stable between renders. */
  readonly option: EChartsCoreOption
  /** CSS pixels. */
  readonly height?: number
  /** What the chart shows, as its caption. */
  readonly label: string
  /** The same figures as a table, for those who cannot see the drawing or want the numbers. */
  readonly table: ChartTable
  /** What stands in place of the plain table when the reader asks for it, such as a table whose names are links. */
  readonly tableView?: ReactNode
  /** Stands behind the drawing, in its pixels: bands, areas. */
  readonly backdrop?: ReactNode
  /** Something drawn was clicked; `id` is what its datum carries under `id`. Give a `tableView` that offers the same by keyboard. */
  readonly onSelect?: (id: string) => void
}

/** A chart with its caption and its figures as a table (WCAG 1.1.1). The drawing library loads when the first chart shows. */
export const Chart = ({ option, height = 260, label, table, tableView, backdrop, onSelect }: ChartProps) => {
  const t = useKitText()
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  return (
    <figure className="hg-chart" aria-labelledby={id}>
      <figcaption id={id}>
        <span>{label}</span>
        <button type="button" className="hg-text-button" onClick={() => setAsTable(!asTable)}>
          {asTable ? t.charts.showChart : t.charts.showTable}
        </button>
      </figcaption>
      {!asTable && (
        <Suspense fallback={<div className="hg-bone" style={{ height }} />}>
          <div className="hg-chart-place">
            {backdrop}
            <EChart option={option} height={height} onSelect={onSelect} />
          </div>
        </Suspense>
      )}
      {asTable && tableView}
      <div className={asTable && tableView === undefined ? 'hg-scroll-x' : 'hg-visually-hidden'}>
        <table className="hg-figures">
          <caption className="hg-visually-hidden">{label}</caption>
          <thead>
            <tr>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map(([name, ...figures]) => (
              <tr key={String(name)}>
                <th scope="row">{name}</th>
                {figures.map((figure, index) => (
                  <td key={table.columns[index + 1] ?? index}>{figure}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
