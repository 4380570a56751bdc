import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { memo } from 'react'
import { useKitText } from '../text/text.ts'
import type { Column } from './columns.ts'
import { nextSort } from './urlState.ts'

export interface SortHeaderProps {
  readonly column: Column
  readonly label: string
  readonly sort: string | undefined
  readonly onSort: (sort: string | undefined) => void
}

/** Head of a column; where the field can be sorted, a button that turns the order. */
export const SortHeader = memo(({ column, label, sort, onSort }: SortHeaderProps) => {
  const t = useKitText()
  const order = sort === column.name ? 'ascending' : sort === `-${column.name}` ? 'descending' : undefined
  return (
    <th scope="col" aria-sort={column.sortable ? (order ?? 'none') : undefined} data-align={column.align}>
      {column.sortable ? (
        <button type="button" title={fill(t.register.sortBy, { label })} onClick={() => onSort(nextSort(sort, column.name))} data-active={order !== undefined}>
          <span className="hg-ellipsis">{label}</span>
          {order === 'descending' ? <CaretDownOutlined aria-hidden="true" /> : <CaretUpOutlined aria-hidden="true" />}
        </button>
      ) : (
        <span className="hg-ellipsis">{label}</span>
      )}
    </th>
  )
})
