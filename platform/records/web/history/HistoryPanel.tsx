import { ErrorView, useOrg, type RecordPanelProps } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { api } from '../api.ts'
import { Bones } from '../parts/Bones.tsx'
import { useWords } from '../text.ts'
import { Entry } from './Entry.tsx'
import { merged } from './pages.ts'
import '../records.css'

/** The record's own history, newest first, with the files that came and went. */
export const Component = ({ noun, row }: RecordPanelProps) => {
  const t = useWords().history
  const org = useOrg()
  const query = useInfiniteQuery(api.history.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ org, noun: noun.name, recordId: row.id, limit: 30, ...(cursor === undefined ? {} : { cursor }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    // The version is part of the key: a change of the record makes a new history.
    queryKey: ['history', org, noun.name, row.id, row.version],
  }))
  const { entries, labels } = merged(query.data?.pages)
  if (query.isPending) return <Bones lines={4} />
  if (query.error !== null) return <ErrorView error={query.error} onRetry={() => void query.refetch()} />
  if (entries.length === 0) return <p className="hg-muted">{t.empty}</p>
  return (
    <>
      <ol className="rec-timeline" aria-label={t.title}>
        {entries.map((entry) => <Entry key={entry.id} entry={entry} labels={labels} />)}
      </ol>
      {query.hasNextPage && <Button onClick={() => void query.fetchNextPage()} loading={query.isFetchingNextPage}>{t.older}</Button>}
    </>
  )
}
