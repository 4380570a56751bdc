import { useVirtualizer } from '@tanstack/react-virtual'
import { Checkbox } from 'antd'
import { useEffect, useEffectEvent, useRef, useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react'
import type { NounKit } from '../app/nounKit.ts'
import type { AnyRow } from '../client/registerApi.ts'
import { fieldLabel } from '../text/nounText.ts'
import { useKitText } from '../text/text.ts'
import type { CellProps, Renderers } from './Cell.tsx'
import { isSentence, type Column } from './columns.ts'
import { RegisterRow } from './RegisterRow.tsx'
import { SortHeader } from './SortHeader.tsx'
import { useLineFocus } from './useLineFocus.ts'
import type { Selection } from './useSelection.ts'
import type { Rows } from './useRows.ts'

export interface ListProps {
  readonly kit: NounKit
  readonly columns: readonly Column[]
  readonly data: Rows
  readonly sort: string | undefined
  readonly onSort: (sort: string | undefined) => void
  readonly selection: Selection | undefined
  readonly onOpen: (row: AnyRow) => void
  readonly openId: string | undefined
  readonly renderers: Renderers
  readonly hrefOf: CellProps['hrefOf']
}

const lineHeight = 41
/** What a line with a sentence takes on average, until it has been measured. */
const sentenceHeight = 56
const selectWidth = 44

/** True for a click that meant the row and not a link or box in it, and that did not end a text selection. */
export const meansRow = (event: MouseEvent): boolean =>
  !(event.target as HTMLElement).closest('a, button, input, label') && (window.getSelection()?.isCollapsed ?? true)

const indexOf = (target: EventTarget): number | undefined => {
  const line = (target as HTMLElement).closest<HTMLElement>('tr[data-index]')
  return line === null ? undefined : Number(line.dataset['index'])
}

/**
 * The register as a grid of which only the lines in sight are in the document: work and memory of the page stay the same
 * for ten and for ten thousand rows. Arrow keys move between lines, Enter opens, Space selects (ARIA grid pattern).
 */
export const RegisterTable = ({ kit, columns, data, sort, onSort, selection, onOpen, openId, renderers, hrefOf }: ListProps) => {
  const t = useKitText()
  const scroll = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(0)
  const { rows, labels } = data
  const sentences = isSentence(kit.noun)
  const lines = useVirtualizer({ count: rows.length, getScrollElement: () => scroll.current, estimateSize: () => (sentences ? sentenceHeight : lineHeight), overscan: 10, useFlushSync: false })
  const items = lines.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? 0
  const more = useEffectEvent(() => data.more())
  useEffect(() => {
    if (rows.length > 0 && lastShown >= rows.length - 30) more()
  }, [lastShown, rows.length])
  // A new question starts at the top.
  const firstId = rows[0]?.id
  useEffect(() => {
    setActive(0)
    scroll.current?.scrollTo({ top: 0 })
  }, [firstId])

  const focus = useLineFocus(scroll, (index) => lines.scrollToIndex(index))
  const focusLine = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index))
    setActive(next)
    focus(next)
  }
  // The line that was opened takes the focus back when its record is closed.
  const opened = useRef(openId)
  const giveBack = useEffectEvent((id: string) => {
    const index = rows.findIndex((row) => row.id === id)
    if (index >= 0) requestAnimationFrame(() => focusLine(index))
  })
  useEffect(() => {
    const before = opened.current
    opened.current = openId
    if (before !== undefined && openId === undefined) giveBack(before)
  }, [openId])

  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target as HTMLElement).matches('tr[data-index]')) return
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? 400) / lineHeight) - 2)
    const moves: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: rows.length - 1 }
    const row = rows[active]
    if (event.key in moves) focusLine(moves[event.key]!)
    else if (event.key === 'Enter' && row !== undefined) onOpen(row)
    else if (event.key === ' ' && row !== undefined) selection?.toggle(row)
    else return
    event.preventDefault()
  }
  const onClick = (event: MouseEvent) => {
    const row = rows[indexOf(event.target) ?? -1]
    if (row === undefined) return
    const cell = (event.target as HTMLElement).closest('td')
    // The whole first cell selects: a box of 16 pixels is a small target (WCAG 2.5.8).
    if (selection !== undefined && cell !== null && cell === cell.parentElement?.firstElementChild) selection.toggle(row)
    else if (meansRow(event)) onOpen(row)
  }
  const onFocus = (event: FocusEvent) => {
    const index = indexOf(event.target)
    if (index !== undefined) setActive(index)
  }
  const before = items[0]?.start ?? 0
  const after = lines.getTotalSize() - (items.at(-1)?.end ?? 0)
  const span = columns.length + (selection === undefined ? 0 : 1)
  const width = columns.reduce((sum, column) => sum + column.width, selection === undefined ? 0 : selectWidth)
  return (
    <div ref={scroll} className="hg-grid" data-stale={data.stale} data-sentences={sentences}>
      <table
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table moved through by keyboard is a grid (WAI-ARIA APG)
        role="grid"
        aria-label={kit.text.many}
        aria-rowcount={data.totalCapped ? -1 : data.total + 1}
        aria-colcount={span}
        aria-multiselectable={selection !== undefined}
        aria-busy={data.stale}
        style={{ minWidth: width }}
        onKeyDown={onKeyDown}
        onClick={onClick}
        onFocus={onFocus}
      >
        <colgroup>
          {selection !== undefined && <col style={{ width: selectWidth }} />}
          {columns.map(({ name, width: w }) => (
            <col key={name} style={name === kit.noun.label ? { minWidth: w } : { width: w }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {selection !== undefined && (
              <th scope="col">
                <Checkbox aria-label={t.register.selectAll} checked={selection.all} indeterminate={selection.some && !selection.all} onChange={selection.toggleAll} />
              </th>
            )}
            {columns.map((column) => (
              <SortHeader key={column.name} column={column} label={fieldLabel(kit.text, t, column.name)} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden="true" style={{ height: before }} />}
          {items.map(({ index }) => {
            const row = rows[index]!
            return (
              <RegisterRow
                key={row.id}
                index={index}
                row={row}
                kit={kit}
                columns={columns}
                labels={labels}
                renderers={renderers}
                hrefOf={hrefOf}
                selected={selection?.has(row.id)}
                open={row.id === openId}
                active={index === active}
                measure={sentences ? lines.measureElement : undefined}
              />
            )
          })}
          {after > 0 && <tr aria-hidden="true" style={{ height: after }} />}
        </tbody>
      </table>
    </div>
  )
}
