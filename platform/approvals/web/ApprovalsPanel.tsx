import { ErrorView, useKitText, type RecordPanelProps } from '@heng/web-kit'
import { Bones } from '@heng/records/web/parts'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { ApprovalList } from './ApprovalList.tsx'
import { ApprovalView } from './ApprovalView.tsx'
import { useWords } from './text.ts'
import { useApprovals } from './useApprovals.ts'
import './approvals.css'

/** Approvals of the record, newest first. */
export const Component = ({ noun, row }: RecordPanelProps) => {
  const t = useWords()
  const kitText = useKitText()
  const [open, setOpen] = useState<string>()
  const { items, labels, query } = useApprovals({ noun: noun.name, recordId: row.id })
  if (query.isPending) return <Bones lines={3} />
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (items.length === 0) return <p className="apr-empty">{t.empty.record}</p>
  return (
    <>
      <ApprovalList ofRecord items={items} labels={labels} openId={open} onOpen={setOpen} />
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t.older}</Button>}
      <Drawer
        open={open !== undefined} size="min(860px, 100vw)" onClose={() => setOpen(undefined)} destroyOnHidden closable={{ 'aria-label': kitText.actions.close }}
        title={items.find((item) => item.id === open)?.title ?? t.title}
      >
        {open !== undefined && <ApprovalView key={open} id={open} />}
      </Drawer>
    </>
  )
}
