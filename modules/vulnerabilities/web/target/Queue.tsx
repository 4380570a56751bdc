import './target.css'
import { fill } from '@heng/contract'
import { ErrorView, formatNumber, Page, useLocale, useNarrow, useNoun, useText } from '@heng/web-kit'
import { Button, Checkbox } from 'antd'
import { useRef, type KeyboardEvent, type ReactNode } from 'react'
import { scanTarget } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { Deciding } from './Deciding.tsx'
import { QueueLine } from './QueueLine.tsx'
import { useQueue } from './useQueue.ts'

/** Targets that nobody recognises: walk along them and say what each is, or decide about several at once. */
export const Queue = ({ choice }: { readonly choice: ReactNode }) => {
  const t = useText(messages).targets
  const kit = useNoun(scanTarget)
  const locale = useLocale()
  const narrow = useNarrow(900)
  const { query, rows, total, current, point, selected, toggle, choose } = useQueue()
  const list = useRef<HTMLUListElement>(null)
  const at = rows.findIndex(({ id }) => id === current?.id)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to !== undefined) {
      const next = rows[Math.min(Math.max(0, to), rows.length - 1)]
      if (next !== undefined) point(next.id)
    } else if (event.key === ' ' && current !== undefined) toggle(current.id)
    else return
    event.preventDefault()
  }
  return (
    <Page fill title={kit.text.many} about={kit.text.about} actions={choice}>
      {query.error !== null && <ErrorView error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <div className="hg-bone" role="status" />}
      {query.data !== undefined && rows.length === 0 && (
        <div className="vt-empty" role="status">
          <p><b>{t.doneTitle}</b></p>
          <p className="hg-muted">{t.doneText}</p>
        </div>
      )}
      {rows.length > 0 && current !== undefined && (
        <div className="vt-queue">
          <div className="vt-bar">
            <Checkbox checked={selected.length === rows.length} indeterminate={selected.length > 0 && selected.length < rows.length} onChange={({ target }) => choose(target.checked ? rows.map(({ id }) => id) : [])}>{t.selectAll}</Checkbox>
            <span className="hg-muted" role="status">{total === 1 ? t.countOne : fill(t.count, { count: formatNumber(total, locale) })}</span>
          </div>
          <div className="vt-two">
            <div className="vt-list">
              <ul ref={list} role="listbox" aria-multiselectable="true" aria-label={t.queue} tabIndex={0} aria-activedescendant={`target-${current.id}`} onKeyDown={onKeyDown}>
                {rows.map((row) => <QueueLine key={row.id} row={row} current={row.id === current.id} selected={selected.includes(row)} onPoint={() => point(row.id)} onToggle={() => toggle(row.id)} />)}
              </ul>
              {query.hasNextPage && <Button className="vt-more" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
            </div>
            <Deciding key={selected.length > 0 ? 'several' : current.id} current={current} selected={selected} onDone={() => choose([])} />
          </div>
          {!narrow && <p className="hg-help hg-key-help">{t.keys}</p>}
        </div>
      )}
    </Page>
  )
}
