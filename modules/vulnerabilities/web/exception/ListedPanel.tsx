import './exception.css'
import { fill } from '@heng/contract'
import { ErrorView, formatDate, OrgLink, Scroll, useLocale, useOrg, useText, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Exploited, Priority, Severity, State } from '../register/words.tsx'

const first = 50
const most = 500

/** What an acceptance is about, and what it takes to be given. */
export const Component = ({ row }: RecordPanelProps) => {
  const words = useText(messages)
  const [t, names] = [words.exceptions, words.nouns.vulnerability.fields]
  const org = useOrg()
  const locale = useLocale()
  const [limit, setLimit] = useState(first)
  const { data, error, refetch } = useQuery(api.exception.listed.queryOptions({ input: { org, id: row.id, limit }, placeholderData: (before) => before }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  const state = row['state'] as string
  const until = row['until'] as string
  return (
    <div className="vx-panel">
      {state === 'draft' && data.total > 0 && (until < data.first || until > data.last) && <Alert type="warning" showIcon title={fill(words.errors['vulnerabilityException.until'], { first: formatDate(data.first, locale), last: formatDate(data.last, locale) })} description={t.limits} />}
      {state === 'draft' && data.grave && <Alert type="info" showIcon title={t.grave} />}
      {state === 'approved' && <p><OrgLink to={`vulnerabilities?filter[exception]=${row.id}`}>{t.all}</OrgLink></p>}
      {data.items.length === 0 ? <p className="hg-muted">{t.panelEmpty}</p> : (
        <Scroll label={t.panel}>
          <table className="vx-table">
            <thead><tr><th scope="col">{words.nouns.vulnerability.one}</th><th scope="col">{names.severity}</th><th scope="col">{names.priority}</th><th scope="col">{names.asset}</th><th scope="col">{names.state}</th></tr></thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.id}>
                  <th scope="row"><OrgLink to={`vulnerabilities/${one.id}`}>{one.title}</OrgLink> <span className="hg-reference">{one.reference}</span>{one.exploited === true && <> <Exploited value /></>}</th>
                  <td><Severity value={one.severity} /></td>
                  <td><Priority value={one.priority} /></td>
                  <td>{one.asset === null ? <span className="hg-muted">{t.noAsset}</span> : <OrgLink to={`assets/${one.asset.id}`}>{one.asset.name}</OrgLink>}</td>
                  <td><State value={one.state} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {data.total > data.items.length && (limit < most ? <Button type="link" onClick={() => setLimit(most)}>{fill(t.more, { count: data.total - data.items.length })}</Button> : <p className="hg-muted">{fill(t.more, { count: data.total - data.items.length })}</p>)}
    </div>
  )
}
