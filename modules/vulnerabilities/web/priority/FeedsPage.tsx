import './priority.css'
import { ErrorView, Page, useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { FeedCard } from './FeedCard.tsx'
import { Tabs } from './Tabs.tsx'
import { isOver } from './Watch.tsx'
import { useWords } from './words.ts'

/** What is known of exploitation: how old, from where, and the means to bring it up to date. */
export const Component = () => {
  const t = useWords().feeds
  const org = useOrg()
  const { data, error, refetch } = useQuery({
    ...api.feed.list.queryOptions({ input: { org } }),
    refetchInterval: ({ state }) => (state.data?.items.some(({ job }) => job !== null && !isOver(job.state)) === true ? 2_000 : false),
  })
  return (
    <Page title={t.title} about={t.about}>
      <Tabs here="feeds" />
      {error !== null && data === undefined ? <ErrorView error={error} onRetry={() => void refetch()} />
      : data === undefined ? <div className="hg-bone" role="status" />
      : <div className="vp-feeds">{data.items.map((feed) => <FeedCard key={feed.kind} feed={feed} mayTake={data.allowed.includes('take')} mayConfigure={data.allowed.includes('configure')} onChanged={() => void refetch()} />)}</div>}
    </Page>
  )
}
