import '../controls.css'
import { DateText, ErrorView, OrgLink, PersonName, useOrg, useText, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { CarryOut } from './CarryOut.tsx'
import { Conclusion, ResultState } from './renderers.tsx'

const shownResults = 20

/** What a procedure found, the latest first, and the way to carry it out. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).tests.panel
  const org = useOrg()
  const { data, error, refetch } = useQuery(api.testResult.list.queryOptions({ input: { org, filter: { test: row.id }, sort: '-performedOn', limit: shownResults } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  return (
    <div className="ct-panel">
      {row.archivedAt === null && (
        <div className="ct-tools">
          <CarryOut test={row.id} primary />
        </div>
      )}
      {data.items.length === 0 && <p className="hg-muted">{t.noResults}</p>}
      <ul>
        {data.items.map((result) => (
          <li key={result.id}>
            <span className="ct-name">
              <OrgLink to={`test-results/${result.id}`}>
                <span className="hg-reference">{result.reference}</span> {result.name}
              </OrgLink>
            </span>
            <ResultState value={result.state ?? 'draft'} />
            {result.conclusion !== null && <Conclusion value={result.conclusion} />}
            <span className="hg-muted">
              <DateText value={result.performedOn} />
            </span>
            {result.performedBy !== null && data.labels[result.performedBy] !== undefined && <PersonName name={data.labels[result.performedBy]!.text} />}
          </li>
        ))}
      </ul>
      {data.total > shownResults && <OrgLink to={`test-results?filter[test]=${row.id}`}>{t.all}</OrgLink>}
    </div>
  )
}
