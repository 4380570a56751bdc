import './scan.css'
import { ErrorView, OrgLink, Scroll, useOrg, useText, type RecordPanelProps } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Severity, State } from '../register/words.tsx'

/** Vulnerabilities that this scan was the last to see. */
export const Component = ({ row }: RecordPanelProps) => {
  const words = useText(messages)
  const t = words.scans.scan
  const fields = words.nouns.vulnerability.fields
  const org = useOrg()
  const query = useInfiniteQuery(
    api.scan.vulnerabilities.infiniteOptions({
      input: (after: string | undefined) => ({ org, id: row.id, limit: 100, ...(after === undefined ? {} : { after }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  if (query.error !== null && items.length === 0) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (query.isPending) return <div className="hg-bone" role="status" />
  if (items.length === 0) return <p className="hg-muted">{row['state'] === 'done' ? t.seenEmpty : t.nothingYet}</p>
  return (
    <div className="vs-panel">
      <p className="hg-help">{t.seenHelp}</p>
      <Scroll label={t.seenTab}>
        <table className="vs-table">
          <thead>
            <tr>
              <th scope="col">{fields.title}</th>
              <th scope="col">{fields.severity}</th>
              <th scope="col">{fields.state}</th>
              <th scope="col">{fields.target}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <OrgLink to={`vulnerabilities/${one.id}`}><span className="hg-reference">{one.reference}</span> {one.title}</OrgLink>
                  {one.isNew && <span className="hg-tag">{t.isNew}</span>}
                </th>
                <td><Severity value={one.severity} /></td>
                <td><State value={one.state} /></td>
                <td><OrgLink to={`scan-targets/${one.target}`}>{one.targetName}</OrgLink></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {query.hasNextPage && <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
    </div>
  )
}
