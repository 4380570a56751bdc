import '../base/quant.css'
import { fill } from '@heng/contract'
import { ErrorView, OrgLink, Page, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { EstimateForm } from './EstimateForm.tsx'
import { OpinionTable } from './OpinionTable.tsx'

/** What an expert who was asked sees: the risk's name, the questions, and afterwards what others say. */
export const Component = () => {
  const t = useText(messages).pages
  const words = t.opinions
  const org = useOrg()
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, error, refetch } = useQuery(api.lossOpinion.list.queryOptions({ input: { org, id } }))
  if (error !== null) return <Page title={words.page}><ErrorView error={error} onRetry={() => void refetch()} /></Page>
  if (data === undefined) return <Page title={words.page}><div className="hg-bone" role="status" /></Page>
  return (
    <Page title={`${words.page}: ${data.title}`} heading={data.title} about={words.pageAbout}>
      <p className="hg-help"><OrgLink to="estimation-training">{t.calibration.nav}</OrgLink></p>
      {data.mayGive ? <EstimateForm id={id} currency={data.currency} /> : <p>{words.noRight}</p>}
      {data.hidden > 0 && <p className="hg-muted">{fill(words.hidden, { count: data.hidden })}</p>}
      {data.opinions.length > 0 && <OpinionTable opinions={data.opinions} currency={data.currency} labels={data.labels} />}
    </Page>
  )
}
