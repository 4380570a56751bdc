import { ErrorView, Page, useOrg, usePermission, useText } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { JobLine } from './JobLine.tsx'
import { Queue } from './Queue.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useJobsState } from './useJobsState.ts'
import '../operations.css'

const watching = 2_000
const resting = 20_000

/** What runs, waits, failed and was done; live while something moves. */
export const Component = () => {
  const t = useText(messages).jobs
  const org = useOrg()
  const [state, change] = useJobsState()
  const seesQueue = usePermission('queue:read')
  const filter = { ...(state.state === undefined ? {} : { state: state.state }), ...(state.kind === undefined ? {} : { kind: state.kind }), ...(state.mine ? { mine: true } : {}) }
  const query = useInfiniteQuery(
    api.job.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ org, limit: 30, ...filter, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: (before) => before,
      refetchInterval: ({ state: { data } }) => {
        const states = data?.pages[0]?.states
        return states !== undefined && states.running + states.waiting > 0 ? watching : resting
      },
    }),
  )
  const first = query.data?.pages[0]
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Page title={t.title} about={t.about}>
      <Toolbar state={state} counts={first?.states} kinds={first?.kinds ?? []} onChange={change} />
      {query.error !== null ? <ErrorView error={query.error} onRetry={() => void query.refetch()} />
      : first === undefined ? <div className="op-list" aria-busy="true"><div className="hg-bone" /><div className="hg-bone" /></div>
      : items.length === 0 ? <p className="op-empty">{state.state === undefined ? t.empty : t.emptyState}</p>
      : <ul className="op-list">{items.map((job) => <JobLine key={job.id} job={job} />)}</ul>}
      {query.hasNextPage && <Button className="op-more" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>{t.more}</Button>}
      {seesQueue && <Queue />}
    </Page>
  )
}
