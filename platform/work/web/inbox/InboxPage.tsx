import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, formatNumber, Page, RecordDrawer, useLocale, usePermission, useText } from '@heng/web-kit'
import { Button } from 'antd'
import { useState } from 'react'
import type { WorkRow } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { ActionDialog, type ActionName } from '../actions/actions.tsx'
import { NewTask } from '../actions/NewTask.tsx'
import { pageNoun } from '../pageNoun.ts'
import { WorkSummary } from '../record/WorkSummary.tsx'
import { renderers } from '../renderers.tsx'
import { useCounts } from '../useCounts.ts'
import { Groups } from './Groups.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useInbox, useInboxState } from './useInbox.ts'
import '../work.css'

/** Everything that waits for the reader, in one place, the most urgent first. */
export const Component = () => {
  const t = useText(messages).inbox
  const locale = useLocale()
  const [state, change] = useInboxState()
  const { query, rows, labels, total, totalCapped } = useInbox(state)
  const counts = useCounts()
  const mayGive = usePermission('workItem:write')
  const [acting, setActing] = useState<{ readonly action: ActionName; readonly row: WorkRow }>()
  const [giving, setGiving] = useState(false)
  const figure = (n: number) => formatNumber(n, locale)
  const about = counts === undefined || counts.open === 0 ? t.about : fill(t.waiting, { count: figure(counts.open), overdue: figure(counts.overdue) })
  return (
    <Page
      title={t.title}
      about={about}
      actions={mayGive && <Button type="primary" icon={<PlusOutlined />} onClick={() => setGiving(true)}>{t.newTask}</Button>}
    >
      <Toolbar state={state} kinds={counts?.kinds ?? []} onChange={change} />
      {query.error !== null ? (
        <ErrorView error={query.error} onRetry={() => void query.refetch()} />
      ) : query.data === undefined ? (
        <Bones />
      ) : (
        <>
          <Groups state={state} rows={rows} labels={labels} onAct={(action, row) => setActing({ action, row })} />
          {query.hasNextPage && (
            <div className="wk-more">
              <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</Button>
              <span className="hg-muted">{fill(t.shown, { shown: figure(rows.length), total: `${figure(total)}${totalCapped ? '+' : ''}` })}</span>
            </div>
          )}
          {rows.length > 1 && <p className="hg-help hg-key-help wk-keys">{t.keys}</p>}
        </>
      )}
      <RecordDrawer noun={pageNoun} renderers={renderers} summary={(row) => <WorkSummary row={row} />} open={state.open} onClose={() => change({ open: undefined })} onCreated={() => undefined} />
      {acting !== undefined && <ActionDialog action={acting.action} row={acting.row as never} close={() => setActing(undefined)} />}
      {giving && <NewTask onClose={() => setGiving(false)} />}
    </Page>
  )
}

const Bones = () => (
  <div aria-busy="true">
    {[62, 48, 70, 55].map((width) => (
      <div key={width} className="wk-line"><div className="hg-bone" style={{ width: `${width}%` }} /></div>
    ))}
  </div>
)
