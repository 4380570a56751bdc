import { apiFor, ErrorView, HeatMap, OrgLink, useLocale, useOrg, useOrgPath, useText } from '@heng/web-kit'
import { risks } from '@heng/risks/contract'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../locales/index.ts'

const api = apiFor(risks)

/** The heat map of current risk; each cell leads to its risks. */
export const Posture = () => {
  const t = useText(messages)
  const locale = useLocale()
  const org = useOrg()
  const path = useOrgPath()
  const query = useQuery(api.risk.heatmap.queryOptions({ input: { org } }))
  const map = query.data
  return (
    <section className="home-card" aria-labelledby="posture-heading">
      <div className="home-card-head">
        <h2 id="posture-heading">{t.posture}</h2>
        <OrgLink to="risk-map">{t.openRegister}</OrgLink>
      </div>
      {query.error !== null && <ErrorView error={query.error} onRetry={() => void query.refetch()} />}
      {map !== undefined && (map.likelihood === null || map.impact === null || map.total === map.notAssessed ? (
        <p className="hg-muted">{t.postureEmpty}</p>
      ) : (
        <HeatMap
          caption={t.posture}
          captionHidden
          rows={{ title: map.likelihood.title[locale], steps: map.likelihood.steps.toReversed().map((s) => ({ key: String(s.value), label: s.title?.[locale] ?? String(s.value) })) }}
          columns={{ title: map.impact.title[locale], steps: map.impact.steps.map((s) => ({ key: String(s.value), label: s.title?.[locale] ?? String(s.value) })) }}
          levels={map.levels.length}
          cell={(row, column) => {
            const cell = map.cells.find((c) => String(c.likelihood) === row && String(c.impact) === column)
            return {
              value: cell === undefined || cell.count === 0 ? '' : cell.count,
              level: cell?.level ?? null,
              label: `${map.likelihood!.title[locale]} ${row}, ${map.impact!.title[locale]} ${column}`,
              ...(cell === undefined || cell.count === 0 ? {} : { to: path('risks'), search: { 'filter[currentLikelihood]': `${row}..${row}`, 'filter[currentImpact]': `${column}..${column}`, 'filter[status]': 'open' } }),
            }
          }}
        />
      ))}
    </section>
  )
}
