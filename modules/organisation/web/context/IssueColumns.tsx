import { PlusOutlined, UnorderedListOutlined } from '@ant-design/icons'
import { fill, type Label, type Row } from '@heng/contract'
import { formatDate, PersonName, RecordDrawer, useLocale, useOrg, usePermission } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { contextIssue } from '../../contract/index.ts'
import { api, useRefreshOrganisation } from '../api.ts'
import { LinkButton } from '../parts/LinkButton.tsx'
import { Loading } from '../parts/Loading.tsx'
import { useNouns, usePages } from '../text.ts'

type Issue = Row<typeof contextIssue>
type Kind = Issue['kind']

/** External issues beside internal ones; records open in the drawer. */
export const IssueColumns = () => {
  const t = usePages().context
  const org = useOrg()
  const mayWrite = usePermission('contextIssue:write')
  const mayRead = usePermission('contextIssue:read')
  const refresh = useRefreshOrganisation()
  const [open, setOpen] = useState<string>()
  const [kind, setKind] = useState<Kind>('external')
  const { data, error, refetch } = useQuery({ ...api.contextIssue.list.queryOptions({ input: { org, limit: 500, sort: 'createdAt' } }), enabled: mayRead })
  if (!mayRead) return null
  const add = (next: Kind) => {
    setKind(next)
    setOpen('new')
  }
  const close = () => {
    setOpen(undefined)
    void refresh()
  }
  return (
    <section className="or-issues" aria-label={`${t.external}, ${t.internal}`}>
      {data === undefined && <Loading error={error} onRetry={() => void refetch()} />}
      {data !== undefined && (['external', 'internal'] as const).map((side) => (
        <div key={side} className="or-card">
          <header>
            <h2>{t[side]}</h2>
            {mayWrite && <Button icon={<PlusOutlined />} aria-label={side === 'external' ? t.addExternal : t.addInternal} onClick={() => add(side)} />}
          </header>
          <IssueList issues={data.items.filter((issue) => issue.kind === side)} labels={data.labels} empty={side === 'external' ? t.noExternal : t.noInternal} onOpen={setOpen} />
        </div>
      ))}
      {data !== undefined && data.items.length > 0 && (
        <p className="or-more"><LinkButton to="context-issues" size="small" type="text" icon={<UnorderedListOutlined />}>{t.register}</LinkButton></p>
      )}
      <RecordDrawer noun={contextIssue} open={open} onClose={close} onCreated={close} defaults={{ kind }} />
    </section>
  )
}

interface IssueListProps {
  readonly issues: readonly Issue[]
  readonly labels: Readonly<Record<string, Label>>
  readonly empty: string
  readonly onOpen: (id: string) => void
}

const IssueList = ({ issues, labels, empty, onOpen }: IssueListProps) => {
  const t = usePages().context
  const names = useNouns().contextIssue.values
  const locale = useLocale()
  const now = new Date().toISOString().slice(0, 10)
  if (issues.length === 0) return <p className="hg-muted">{empty}</p>
  return (
    <ul className="or-list">
      {issues.map(({ id, reference, title, category, effect, impact, owner, reviewOn }) => (
        <li key={id}>
          <button type="button" className="or-open" onClick={() => onOpen(id)}>
            <span className="hg-reference">{reference}</span> {title}
          </button>
          {impact !== null && <p className="or-clip">{impact}</p>}
          <p className="or-facts">
            <span className="hg-tag">{names.category[category]}</span>
            {effect !== null && <span data-effect={effect} className="or-effect">{names.effect[effect]}</span>}
            {owner !== null && labels[owner] !== undefined && <PersonName name={labels[owner].text} />}
            {reviewOn !== null && reviewOn < now && <span data-overdue="true">{fill(t.reviewDue, { date: formatDate(reviewOn, locale) })}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
