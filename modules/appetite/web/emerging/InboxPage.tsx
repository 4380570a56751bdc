import '../base/base.css'
import './inbox.css'
import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, Page, RecordDrawer, useNarrow, usePermission, useText } from '@heng/web-kit'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { emergingRisk } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { states } from '../base/State.tsx'
import { Decide } from './Decide.tsx'
import { InboxDetail } from './InboxDetail.tsx'
import { InboxLine } from './InboxLine.tsx'
import { decisions, shelves, useEmerging, useInboxState, useWalk, type Decision, type Emerging, type Shelf } from './useInbox.ts'

export const emergingRenderers = states('emergingRisk', 'state')

/** The inbox: walk through what was reported and decide on it by a letter. */
export const Component = () => {
  const words = useText(messages)
  const t = words.pages.emerging
  const narrow = useNarrow(900)
  const mayReport = usePermission('emergingRisk:write')
  const { shelf, open, change } = useInboxState()
  const { query, rows, labels, total } = useEmerging(shelf)
  const [asking, setAsking] = useState<{ readonly decision: Decision; readonly row: Emerging }>()
  const ask = (decision: Decision, at: number) => {
    const row = rows[at]
    if (row?.allowed.includes(decision) === true) setAsking({ decision, row })
  }
  const walk = useWalk(rows.length, ask, (at) => rows[at] !== undefined && change({ open: rows[at].id }))
  const current = rows[walk.at]
  const names = words.nouns.emergingRisk
  const report = mayReport && <Button type="primary" icon={<PlusOutlined />} onClick={() => change({ open: 'new' })}>{t.report}</Button>
  return (
    <Page fill title={names.many} about={names.about} actions={report}>
      <div className="ap-toolbar">
        <Segmented<Shelf> aria-label={names.fields.state} value={shelf} options={(Object.keys(shelves) as Shelf[]).map((value) => ({ value, label: t.shelves[value] }))} onChange={(next) => change({ shelf: next, open: undefined })} />
        <span className="hg-muted" role="status">{query.data === undefined ? '' : fill(t.count, { count: total })}</span>
      </div>
      {query.error !== null && <ErrorView error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <div className="hg-bone" />}
      {query.data !== undefined && rows.length === 0 && (
        <div className="ap-empty">
          <p><b>{shelf === 'noted' ? t.empty : t.emptyOther}</b></p>
          {shelf === 'noted' && <p className="hg-muted">{t.emptyText}</p>}
        </div>
      )}
      {rows.length > 0 && (
        <div className="ap-inbox">
          {current !== undefined && (
            <div className="ap-buttons">
              {Object.values(decisions).map((decision) => current.allowed.includes(decision) && (
                <Button key={decision} type={decision === 'watch' && shelf === 'noted' ? 'primary' : 'default'} onClick={() => ask(decision, walk.at)}>{t.decisions[decision]}</Button>
              ))}
            </div>
          )}
          <div className="ap-two">
            <ul className="ap-lines" role="listbox" aria-label={t.shelves[shelf]} tabIndex={0} onKeyDown={walk.onKeyDown} {...(current === undefined ? {} : { 'aria-activedescendant': `emerging-${current.id}` })}>
              {rows.map((row, i) => <InboxLine key={row.id} row={row} names={labels} current={i === walk.at} onPoint={() => walk.setAt(i)} />)}
            </ul>
            {current !== undefined && <InboxDetail id={current.id} />}
          </div>
          {query.hasNextPage && <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.showMore}</Button>}
          {!narrow && <p className="hg-help hg-key-help">{t.keys}</p>}
        </div>
      )}
      {asking !== undefined && <Decide decision={asking.decision} row={asking.row} onClose={() => setAsking(undefined)} />}
      <RecordDrawer noun={emergingRisk} open={open} onClose={() => change({ open: undefined })} onCreated={() => change({ shelf: 'noted', open: undefined })} renderers={emergingRenderers} overrides={{ owner: null, reviewDue: null }} />
    </Page>
  )
}
