import { ErrorView, OrgLink, TimeText, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { DownloadLinks } from './DownloadLinks.tsx'

const shown = 5

/** The latest generated reports, each as it was handed out. */
export const Past = () => {
  const { page: t, nouns } = useText(messages)
  const org = useOrg()
  const query = useQuery(api.list.queryOptions({ input: { org, limit: shown } }))
  const items = query.data?.items ?? []
  const languages = nouns.report.values.language
  return (
    <section className="rp-past" aria-labelledby="rp-past">
      <h2 id="rp-past">{t.past}</h2>
      {query.error !== null && <ErrorView error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <div className="hg-bone" />}
      {query.data !== undefined && items.length === 0 && <p className="hg-muted">{t.none}</p>}
      <ul className="rp-past-list">
        {items.map((row) => (
          <li key={row.id}>
            <div>
              <OrgLink to={`reports/${row.id}`}>{row.title}</OrgLink> <span className="hg-reference">{row.reference}</span>
              <div className="hg-muted">{languages[row.language ?? 'en']} · <TimeText value={row.generatedAt} /></div>
            </div>
            <DownloadLinks id={row.id} title={row.title} />
          </li>
        ))}
      </ul>
      {items.length > 0 && <OrgLink to="reports-generated">{t.all}</OrgLink>}
    </section>
  )
}
