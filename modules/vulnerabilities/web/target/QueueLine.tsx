import { fill } from '@heng/contract'
import { formatNumber, TimeText, useLocale, useText } from '@heng/web-kit'
import { useEffect, useRef } from 'react'
import { messages } from '../../locales/index.ts'
import type { QueueRow } from './useQueue.ts'

export interface QueueLineProps {
  readonly row: QueueRow
  readonly current: boolean
  readonly selected: boolean
  readonly onPoint: () => void
  readonly onToggle: () => void
}

/** One target that nobody recognises. The box is for the mouse; by keyboard, Space selects. */
export const QueueLine = ({ row, current, selected, onPoint, onToggle }: QueueLineProps) => {
  const t = useText(messages).targets
  const locale = useLocale()
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (current) line.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const open = row.openVulnerabilities ?? 0
  const [before = '', after = ''] = t.lastSeen.split('{when}')
  return (
    <li ref={line} id={`target-${row.id}`} role="option" aria-selected={selected} data-current={current} className="vt-line" onClick={(event) => ((event.target as HTMLElement).classList.contains('vt-box') ? onToggle() : onPoint())}>
      <span className="vt-box" data-checked={selected} title={fill(t.select, { name: row.name ?? '' })} />
      <div>
        <p><span className="hg-reference">{row.reference}</span> <b>{row.name}</b></p>
        <p className="vt-facts">
          {row.os !== null && <span>{row.os}</span>}
          <span data-some={open > 0}>{open === 0 ? t.noOpen : open === 1 ? t.openOne : fill(t.open, { count: formatNumber(open, locale) })}</span>
          {row.lastSeen !== null && <span>{before}<TimeText value={row.lastSeen} relative />{after}</span>}
        </p>
      </div>
    </li>
  )
}
