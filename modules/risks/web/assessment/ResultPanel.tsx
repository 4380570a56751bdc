import '../base/base.css'
import './assessment.css'
import { fill } from '@heng/contract'
import { ErrorView, formatNumber, OrgLink, useLocale, useOrg, useText, type RecordPanelProps } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { ByLevel } from './ByLevel.tsx'
import { ResultTable } from './ResultTable.tsx'

/** How far a running round is, or what a concluded one kept; both against the round before. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.assessment
  const org = useOrg()
  const locale = useLocale()
  const number = (count: number) => formatNumber(count, locale)
  const query = useInfiniteQuery(api.riskAssessment.result.infiniteOptions({
    input: (cursor: string | undefined) => ({ org, id: row.id, ...(cursor === undefined ? {} : { cursor }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  }))
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  const first = query.data?.pages[0]
  if (first === undefined) return <div className="hg-bone" />
  const { previous, changes } = first
  const figures = [[t.added, changes.added], [t.raised, changes.raised], [t.lowered, changes.lowered], [t.firstRated, changes.rated], [t.gone, changes.closed]] as const
  return (
    <div className="rk-round">
      <p className="hg-muted">{row['state'] === 'concluded' ? t.kept : t.live}</p>
      <div className="rk-coverage">
        <span>{fill(t.coverageOf, { assessed: number(first.assessed), total: number(first.total) })}</span>
        <progress aria-label={t.coverage} max={Math.max(1, first.total)} value={first.assessed} />
        {first.proposed > 0 && <OrgLink to="risk-scenarios">{fill(t.proposed, { count: number(first.proposed) })}</OrgLink>}
      </div>
      {previous === null ? <p className="hg-muted">{t.noPrevious}</p> : (
        <div className="rk-changes">
          <span>{fill(t.against, { name: `${previous.reference} ${previous.name}` })}</span>
          {figures.map(([name, count]) => <span key={name}><b className="hg-figure">{number(count)}</b> {name}</span>)}
        </div>
      )}
      <ByLevel levels={first.levels} now={first.byLevel} before={previous === null ? undefined : first.previousByLevel} />
      <ResultTable items={query.data?.pages.flatMap((p) => p.items) ?? []} compared={previous !== null} />
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t.more}</Button>}
    </div>
  )
}
