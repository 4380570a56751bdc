import './map.css'
import { ErrorView, NotGiven, OrgLink, useOrg, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import type { Basis } from '../../method/figures.ts'
import { api } from '../base/api.ts'
import { RiskLevel } from '../base/RiskLevel.tsx'

export const TopRisks = ({ basis }: { readonly basis: Basis }) => {
  const words = useText(messages)
  const t = words.pages.map
  const org = useOrg()
  const query = useQuery(api.risk.top.queryOptions({ input: { org, basis, limit: 10 } }))
  const options = words.nouns.risk.values.option as Readonly<Record<string, string>>
  return (
    <section className="rk-section" aria-labelledby="top-heading">
      <header>
        <h2 id="top-heading">{t.top}</h2>
      </header>
      {query.error !== null && <ErrorView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.items.length === 0 && <p className="hg-muted">{t.noTop}</p>}
      <ol className="rk-top">
        {query.data?.items.map((item) => (
          <li key={item.id}>
            <RiskLevel value={item.level} />
            <span>
              <OrgLink to={`risks/${item.id}`}>{item.title}</OrgLink>
              <span className="hg-muted">
                <span className="hg-reference">{item.reference}</span> {[item.unit, item.owner, item.option === null ? null : options[item.option]].filter((w) => w !== null).join(' · ') || <NotGiven />}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
