import { fill } from '@heng/contract'
import { ErrorView, Page, useMe, useOrg, usePermission, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../locales/index.ts'
import { api } from './api.ts'
import { Coverage } from './Coverage.tsx'
import { Guide } from './Guide.tsx'
import { MyWork } from './MyWork.tsx'
import { Posture } from './Posture.tsx'
import { SampleOffer } from './SampleOffer.tsx'
import { Tiles } from './Tiles.tsx'
import { TopRisks } from './TopRisks.tsx'
import './home.css'

/** Start page: what matters to this role today, and where to begin. Every number leads to its rows. */
export const Component = () => {
  const t = useText(messages)
  const org = useOrg()
  const { user } = useMe()
  const mayRisks = usePermission('risk:read')
  const query = useQuery(api.overview.queryOptions({ input: { org } }))
  if (query.error !== null) {
    return (
      <Page title={t.title}>
        <ErrorView error={query.error} onRetry={() => void query.refetch()} />
      </Page>
    )
  }
  const data = query.data
  return (
    <Page title={t.title} heading={fill(t.welcome, { name: user.name })}>
      {data === undefined ? (
        <div className="hg-bone home-bone" aria-busy />
      ) : (
        <div className="home">
          {data.guide !== null && <Guide guide={data.guide} />}
          {(data.sample.offered || data.sample.jobId !== null) && <SampleOffer jobId={data.sample.jobId} />}
          <Tiles tiles={data.tiles} />
          <div className="home-columns">
            <MyWork />
            {data.coverage.length > 0 && <Coverage rows={data.coverage} />}
          </div>
          {mayRisks && (
            <div className="home-columns">
              <Posture />
              <TopRisks />
            </div>
          )}
        </div>
      )}
    </Page>
  )
}
