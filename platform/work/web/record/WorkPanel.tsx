import { PlusOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, OrgLink, PersonName, StatusTag, TimeText, useOrg, usePermission, useText, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import type { WorkRow } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { NewTask } from '../actions/NewTask.tsx'
import { api } from '../api.ts'
import { DueText } from '../inbox/DueText.tsx'
import '../work.css'

const tones = { open: 'progress', done: 'good', cancelled: 'neutral' } as const

/** Work about a record: what is still to be done, what was done, and a new task about it. */
export const Component = ({ noun, row }: RecordPanelProps) => {
  const t = useText(messages)
  const org = useOrg()
  const mayGive = usePermission('workItem:write')
  const [giving, setGiving] = useState(false)
  const query = useQuery(api.work.list.queryOptions({ input: { org, view: 'team', state: 'all', subject: row.id, limit: 100 } }))
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (query.data === undefined) return <div className="hg-bone" role="status" />
  const { items, labels } = query.data
  return (
    <div>
      {items.length === 0 && <p className="hg-muted">{t.inbox.emptyRecord}</p>}
      <ul className="wk-about">
        {items.map((work) => (
          <Item key={work.id} work={work} assignee={work.assignee === null ? undefined : labels[work.assignee]?.text} />
        ))}
      </ul>
      {mayGive && row.archivedAt === null && (
        <Button icon={<PlusOutlined />} onClick={() => setGiving(true)}>{t.inbox.newTask}</Button>
      )}
      {giving && <NewTask subject={{ noun: noun.name, id: row.id }} onClose={() => setGiving(false)} />}
    </div>
  )
}

const Item = ({ work, assignee }: { readonly work: WorkRow; readonly assignee: string | undefined }) => {
  const t = useText(messages)
  return (
    <li>
      <OrgLink to={`work/${work.id}`}><span className="hg-reference">{work.reference}</span> {work.title}</OrgLink>
      <StatusTag tone={tones[work.state]}>{t.nouns.workItem.values.state[work.state]}</StatusTag>
      {assignee !== undefined && <PersonName name={assignee} />}
      {assignee === undefined && work.role !== null && <span className="hg-muted">{fill(t.inbox.forRole, { role: t.nouns.workItem.values.role[work.role] })}</span>}
      {work.state === 'open' && work.dueOn !== null && <DueText day={work.dueOn} open />}
      {work.completedAt !== null && <span className="hg-muted"><TimeText value={work.completedAt} /></span>}
      {work.result !== null && <p className="hg-prose">{work.result}</p>}
    </li>
  )
}
