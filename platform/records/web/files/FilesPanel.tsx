import { fill } from '@heng/contract'
import { ErrorView, useNotify, useOrg, type RecordPanelProps } from '@heng/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { Bones } from '../parts/Bones.tsx'
import { useWords } from '../text.ts'
import { DropZone } from './DropZone.tsx'
import { FileLine } from './FileLine.tsx'
import { Staging } from './Staging.tsx'
import { useUploads } from './useUploads.ts'
import '../records.css'

/** Evidence of the record: files to add, to download, to take off. */
export const Component = ({ noun, row }: RecordPanelProps) => {
  const t = useWords().files
  const org = useOrg()
  const notify = useNotify()
  const queries = useQueryClient()
  const [removed, setRemoved] = useState(false)
  const [busy, setBusy] = useState(false)
  const { uploads, add, drop } = useUploads()
  const of = { org, noun: noun.name, recordId: row.id }
  const query = useQuery(api.attachment.list.queryOptions({ input: { ...of, ...(removed ? { removed } : {}) } }))
  const changed = async () => {
    await Promise.all([query.refetch(), queries.invalidateQueries({ queryKey: ['history', org, noun.name, row.id] })])
  }
  const attach = async (about: { description: string | null; effectiveOn: string | null }) => {
    setBusy(true)
    let count = 0
    for (const { key, stored } of uploads) {
      if (stored === undefined) continue
      try {
        await api.attachment.add.call({ ...of, fileId: stored.id, ...about }, { context: { idempotencyKey: key } })
        drop(key)
        count += 1
      } catch (error) {
        notify.error(error)
      }
    }
    setBusy(false)
    if (count > 0) notify.success(fill(t.attached, { count }))
    await changed()
  }
  if (query.isPending) return <Bones lines={3} />
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  const { items, mayAdd, maxBytes } = query.data
  return (
    <div className="rec-files">
      {mayAdd && <DropZone maxBytes={maxBytes} onFiles={add} />}
      {uploads.length > 0 && <Staging uploads={uploads} busy={busy} onDrop={drop} onAttach={(about) => void attach(about)} />}
      {items.length === 0 && uploads.length === 0 && <p className="rec-empty">{t.empty}</p>}
      <ul aria-label={t.title}>{items.map((item) => <FileLine key={item.id} item={item} onChanged={changed} />)}</ul>
      <Button type="link" size="small" onClick={() => setRemoved(!removed)}>{removed ? t.hideRemoved : t.showRemoved}</Button>
    </div>
  )
}
