import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, useNounNamed, useOrg, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { ChangeItem } from '../../contract/index.ts'
import { api } from '../api.ts'
import { useWords } from '../words.ts'
import { AddRecord } from './AddRecord.tsx'
import { ConflictModal } from './ConflictModal.tsx'
import { EditDrawer, type Editing } from './EditDrawer.tsx'
import { ItemCard } from './ItemCard.tsx'

const inConflict = ({ standing }: ChangeItem): boolean => standing === 'clash' || standing === 'gone'

/** What a set changes, by register, each record with its fields before and after; in a draft with the means to edit. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useWords().page
  const org = useOrg()
  const query = useQuery(api.items.queryOptions({ input: { org, id: row.id } }))
  const [adding, setAdding] = useState(false)
  const [editing, setEditing] = useState<Editing>()
  const [settling, setSettling] = useState<ChangeItem>()
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <div className="hg-bone" role="status" aria-label={t.items.loading} />
  const { items, labels } = query.data
  const mayEdit = row.allowed.includes('edit')
  const isOpen = ['draft', 'approved', 'rejected', 'inReview'].includes(String(row['state']))
  const conflicts = isOpen ? items.filter(inConflict) : []
  return (
    <div className="ch-panel">
      {conflicts.length > 0 && (
        <Alert className="ch-notice" type="warning" showIcon title={fill(t.conflict.banner, { count: conflicts.length })} description={mayEdit ? t.conflict.bannerText : t.conflict.bannerFixed} />
      )}
      <div className="ch-toolbar">
        {mayEdit && <Button type={items.length === 0 ? 'primary' : 'default'} icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t.items.add}</Button>}
        {items.length > 0 && <span className="hg-muted">{fill(t.items.count, { count: items.length })}</span>}
      </div>
      {items.length === 0 && <p className="hg-muted ch-empty">{mayEdit ? t.items.empty : t.items.emptyFixed}</p>}
      {[...Map.groupBy(items, (item) => item.noun)].map(([noun, group]) => (
        <section key={noun} className="ch-group">
          <NounHeading noun={noun} count={group.length} />
          <ul>
            {group.map((item) => (
              <ItemCard
                key={item.id} set={row} item={item} labels={labels} isOpen={isOpen} mayEdit={mayEdit}
                onEdit={() => setEditing({ noun, record: item.action === 'create' ? undefined : item.recordId, item })} onSettle={() => setSettling(item)}
              />
            ))}
          </ul>
        </section>
      ))}
      {adding && (
        <AddRecord
          set={row} onClose={() => setAdding(false)}
          onEdit={(next) => {
            setAdding(false)
            setEditing({ ...next, item: items.find((i) => i.noun === next.noun && i.recordId === next.record && i.action === 'update') })
          }}
        />
      )}
      {editing !== undefined && <EditDrawer key={`${editing.noun} ${editing.record ?? 'new'}`} set={{ id: row.id, reference: row.reference }} editing={editing} labels={labels} onClose={() => setEditing(undefined)} />}
      {settling !== undefined && <ConflictModal set={row} item={settling} labels={labels} onClose={() => setSettling(undefined)} />}
    </div>
  )
}

const NounHeading = ({ noun, count }: { readonly noun: string; readonly count: number }) => {
  const kit = useNounNamed(noun)
  return <h3>{kit?.text.many ?? noun} <span className="hg-muted">{count}</span></h3>
}
