import '../changes.css'
import { EditOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, formatDate, OrgLink, StatusTag, useLocale, useOrg, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { api } from '../api.ts'
import { FieldChanges } from '../FieldChanges.tsx'
import { EditDrawer } from '../items/EditDrawer.tsx'
import { useWords } from '../words.ts'
import { ChooseSet } from './ChooseSet.tsx'

/** Open change sets that touch this record, and the way to edit it in one. */
export const Component = ({ noun, row }: RecordPanelProps) => {
  const words = useWords()
  const t = words.page
  const states = words.nouns.changeSet.values.state as Readonly<Record<string, string>>
  const org = useOrg()
  const locale = useLocale()
  const query = useQuery(api.ofRecord.queryOptions({ input: { org, noun: noun.name, recordId: row.id } }))
  const [choosing, setChoosing] = useState(false)
  const [set, setSet] = useState<{ id: string; reference: string }>()
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <div className="hg-bone" />
  const { planned, drafts, mayPlan, labels } = query.data
  const item = planned.find((p) => p.set.id === set?.id)?.item
  return (
    <div className="ch-panel">
      {mayPlan && <div className="ch-toolbar"><Button icon={<EditOutlined />} onClick={() => setChoosing(true)}>{t.planned.edit}</Button></div>}
      {planned.length === 0 && <p className="hg-muted ch-empty">{t.planned.none}</p>}
      <ul className="ch-records">
        {planned.map((one) => (
          <li key={one.set.id} className="ch-item">
            <div className="ch-item-bar">
              <span className="ch-item-head">
                <span className="hg-reference">{one.set.reference}</span>
                {one.set.mayRead ? <OrgLink to={`change-sets/${one.set.id}`}>{one.set.title}</OrgLink> : <b>{one.set.title}</b>}
                <StatusTag tone={one.set.state === 'approved' ? 'good' : 'progress'}>{states[one.set.state]}</StatusTag>
                {one.set.plannedOn !== null && <span className="hg-muted">{fill(t.planned.due, { day: formatDate(one.set.plannedOn, locale) })}</span>}
              </span>
              {one.set.mayEdit && one.item?.action === 'update' && mayPlan && <span className="ch-item-actions"><Button size="small" icon={<EditOutlined />} onClick={() => setSet(one.set)}>{t.items.edit}</Button></span>}
            </div>
            {one.item?.action === 'archive' && <p>{t.planned.archived}</p>}
            {one.item !== null && <FieldChanges noun={noun.name} changes={one.item.changes} labels={labels} />}
          </li>
        ))}
      </ul>
      {choosing && (
        <ChooseSet
          noun={noun} row={row} drafts={drafts} onClose={() => setChoosing(false)}
          onChosen={(chosen) => {
            setChoosing(false)
            setSet(chosen)
          }}
        />
      )}
      {set !== undefined && <EditDrawer set={set} editing={{ noun: noun.name, record: row.id, item: item ?? undefined }} labels={labels} onClose={() => setSet(undefined)} />}
    </div>
  )
}
