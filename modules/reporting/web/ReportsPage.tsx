import './report.css'
import { ErrorView, Page, useLocale, useOrg, usePermission, useText, useTimeZone } from '@heng/web-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { reportKinds } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { api } from './api.ts'
import { Choices } from './choose/Choices.tsx'
import { Generate } from './choose/Generate.tsx'
import { Past } from './past/Past.tsx'
import { chosenFrom, type Chosen } from './request.ts'
import { ReportView } from './view/ReportView.tsx'

/** Choose a report, see what it says, generate it; those generated before stand beside it. */
export const Component = () => {
  const t = useText(messages).page
  const locale = useLocale()
  const org = useOrg()
  const navigate = useNavigate()
  const search = useLocation({ select: (l) => l.search as Readonly<Record<string, string | undefined>> })
  const may = { board: usePermission('report:board'), audit: usePermission('report:audit') }
  const kinds = reportKinds.filter((kind) => may[kind])
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: useTimeZone() }).format(new Date())
  const chosen = chosenFrom(search, kinds, today, locale)
  const { kind, from, to, language } = chosen
  const change = (next: Partial<Chosen>) => void navigate({ to: '.', search: { ...chosen, ...next } as never, replace: true })
  const query = useQuery({ ...api.preview.queryOptions({ input: { org, kind, from, to, language } }), enabled: kinds.length > 0, placeholderData: keepPreviousData })
  return (
    <Page title={t.title}>
      {kinds.length === 0 ? (
        <p className="hg-muted">{t.nothing}</p>
      ) : (
        <>
          <Choices kinds={kinds} chosen={chosen} today={today} change={change} />
          <Generate chosen={chosen} />
          <Past />
          <section aria-labelledby="rp-preview" className="rp-preview" aria-busy={query.isFetching}>
            <h2 id="rp-preview">{t.preview}</h2>
            {query.error !== null && <ErrorView error={query.error} onRetry={() => void query.refetch()} />}
            {query.isPending && <div className="hg-bone rp-bone" />}
            {query.data !== undefined && query.error === null && <ReportView report={query.data.content} rows={query.data.rows} />}
          </section>
        </>
      )}
    </Page>
  )
}
