import { apiFor, ErrorView, LevelTag, OrgLink, useLocale, useOrg, useText } from '@heng/web-kit'
import { risks } from '@heng/risks/contract'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../locales/index.ts'

const api = apiFor(risks)

/** The ten highest risks as they stand today. */
export const TopRisks = () => {
  const t = useText(messages)
  const locale = useLocale()
  const org = useOrg()
  const query = useQuery(api.risk.top.queryOptions({ input: { org, limit: 10 } }))
  const levels = query.data?.levels ?? []
  return (
    <section className="home-card" aria-labelledby="top-heading">
      <h2 id="top-heading">{t.top}</h2>
      {query.error !== null && <ErrorView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && <p className="hg-muted">{t.postureEmpty}</p>}
      <ol className="home-top">
        {(query.data?.items ?? []).map((item) => (
          <li key={item.id}>
            <LevelTag value={item.level} max={levels.length} label={levels.find((l) => l.value === item.level)?.title[locale] ?? ''} />
            <OrgLink to={`risks/${item.id}`}>{item.title}</OrgLink>
          </li>
        ))}
      </ol>
    </section>
  )
}
