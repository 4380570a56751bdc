import { fill } from '@heng/contract'
import { memo } from 'react'
import { useKitText } from '../text/text.ts'
import { Cell, type CellProps } from './Cell.tsx'
import type { Column } from './columns.ts'

export interface RegisterRowProps extends Omit<CellProps, 'name'> {
  readonly index: number
  readonly columns: readonly Column[]
  /** Undefined where nothing can be selected. */
  readonly selected: boolean | undefined
  readonly open: boolean
  /** The one line that the Tab key reaches. */
  readonly active: boolean
  /** Where lines are of different heights: takes this one's. */
  readonly measure: ((line: HTMLTableRowElement | null) => void) | undefined
}

/** A line of the grid. Its events are handled by the grid, so that scrolling renders only the lines that come into sight. */
export const RegisterRow = memo(({ index, columns, selected, open, active, measure, row, ...cell }: RegisterRowProps) => {
  const t = useKitText()
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} aria-selected={selected} data-open={open} data-archived={row.archivedAt !== null} tabIndex={active ? 0 : -1}>
      {selected !== undefined && (
        <td>
          <input type="checkbox" className="hg-check" tabIndex={-1} aria-label={fill(t.values.selectable, { label: row.reference })} checked={selected} readOnly />
        </td>
      )}
      {columns.map(({ name, align }) => (
        <td key={name} data-align={align}>
          <Cell {...cell} row={row} name={name} />
        </td>
      ))}
    </tr>
  )
})
