import type { Cell, Column, Table } from '@heng/reports'
import { fill } from '@heng/contract'
import { formatDate, formatMoney, formatNumber, formatTimestamp, LevelTag, NotAssessed, Scroll } from '@heng/web-kit'
import { useShown, type Shown } from './shown.ts'

const textOf = (value: string | number | boolean | { readonly minor: number; readonly currency: string }, column: Column, { report }: Shown): string => {
  const { locale, timezone } = report
  if (typeof value === 'object') return formatMoney(value, locale)
  if (typeof value === 'number') return formatNumber(value, locale)
  if (column.kind !== 'date' || typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}/.test(value)) return String(value)
  return value.length === 10 ? formatDate(value, locale) : formatTimestamp(value, locale, timezone)
}

const CellView = ({ cell, column }: { readonly cell: Cell | undefined; readonly column: Column }) => {
  const shown = useShown()
  if (cell === undefined || cell === null) return null
  if (typeof cell === 'object' && 'notAssessed' in cell) return <NotAssessed />
  const value = typeof cell === 'object' && 'value' in cell ? cell.value : cell
  if (value === null) return null
  const scale = column.scale === undefined ? undefined : shown.report.scales?.[column.scale]
  const level = scale?.find(({ key }) => key === value)
  // Levels of risks have colours of the kit; other scales are words.
  if (level !== undefined && column.scale === 'risk') return <LevelTag value={Number(value)} max={scale!.length - 1} label={level.title} />
  return <span className="rp-text">{level?.title ?? textOf(value, column, shown)}</span>
}

/** A table of a report: scrolls inside itself where it is wider than its place, and tells when it shows the first rows only. */
export const TableView = ({ table, label }: { readonly table: Table; readonly label: string }) => {
  const { t, rows: counts, report } = useShown()
  const { columns, rows, id, totals } = table
  const all = id === undefined ? rows.length : counts[id]
  const shown = formatNumber(rows.length, report.locale)
  const numeric = (column: Column) => (column.kind === 'number' || column.kind === 'money' || column.align === 'right' ? true : undefined)
  const line = (row: Table['rows'][number], key: string | number) => (
    <tr key={key}>{columns.map((column) => <td key={column.key} data-number={numeric(column)}><CellView cell={row[column.key]} column={column} /></td>)}</tr>
  )
  return (
    <>
      {table.caption !== undefined && <p className="rp-caption">{table.caption}</p>}
      <Scroll label={label}>
        <table className="rp-table">
          <thead><tr>{columns.map((column) => <th key={column.key} scope="col" data-number={numeric(column)}>{column.title}</th>)}</tr></thead>
          <tbody>
            {rows.length === 0 && <tr><td colSpan={columns.length} className="hg-muted">{t.rowsNone}</td></tr>}
            {rows.map(line)}
          </tbody>
          {totals !== undefined && rows.length > 0 && <tfoot>{line(totals, 'totals')}</tfoot>}
        </table>
      </Scroll>
      {rows.length > 0 && all !== rows.length && <p className="hg-muted rp-rows">{all === undefined ? fill(t.rowsSome, { shown }) : fill(t.rowsShown, { shown, all: formatNumber(all, report.locale) })}</p>}
    </>
  )
}
