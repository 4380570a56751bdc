import '../base/base.css'
import './map.css'
import { fill } from '@heng/contract'
import { ErrorView, formatNumber, formatTimestamp, OrgLink, Page, PeriodChoice, useLocale, useOrg, useOrgPath, usePeriod, useText, useTimeZone } from '@heng/web-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { BasisChoice, basisIn } from './BasisChoice.tsx'
import { MoveTable } from './MoveTable.tsx'
import { RiskGrid } from './RiskGrid.tsx'

/** The heat map at two instants beside each other, and how the risks moved between them. */
export const Component = () => {
  const words = useText(messages).pages
  const t = words.movement
  const locale = useLocale()
  const zone = useTimeZone()
  const org = useOrg()
  const path = useOrgPath()
  const navigate = useNavigate()
  const { from, to } = usePeriod()
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>
  const basis = basisIn(search)
  const mapAt = (asOf: string | null) => ({ ...api.risk.heatmap.queryOptions({ input: { org, basis, ...(asOf === null ? {} : { asOf }) } }), placeholderData: keepPreviousData })
  const [before, after] = [useQuery(mapAt(from)), useQuery(mapAt(to))]
  const moved = useQuery({ ...api.risk.movement.queryOptions({ input: { org, basis, from, ...(to === null ? {} : { to }) } }), placeholderData: keepPreviousData })
  const error = before.error ?? after.error ?? moved.error
  const shown = (at: string | null) => (at === null ? t.now : fill(t.asOf, { at: formatTimestamp(at, locale, zone) }))
  const count = (n: number) => formatNumber(n, locale)
  return (
    <Page title={t.title} about={t.about} crumbs={[{ label: words.map.title, to: path('risk-map') }]}>
      <PeriodChoice from={from} to={to} />
      <div className="rk-toolbar">
        <BasisChoice value={basis} onChange={(next) => void navigate({ to: '.', search: ((old: object) => ({ ...old, basis: next })) as never, replace: true })} />
        {moved.data !== undefined && (
          <span role="status">{fill(t.summary, { higher: count(moved.data.higher), lower: count(moved.data.lower), added: count(moved.data.added), gone: count(moved.data.gone) })}</span>
        )}
      </div>
      {error !== null && <ErrorView error={error} onRetry={() => void Promise.all([before.refetch(), after.refetch(), moved.refetch()])} />}
      {(before.isPending || after.isPending) && error === null && <div className="hg-bone" />}
      <div className="rk-beside">
        {[{ at: from, map: before.data }, { at: to, map: after.data }].map(({ at, map }) => (
          <section key={at ?? 'now'} aria-label={shown(at)}>
            <h2>{shown(at)}{map !== undefined && <span className="hg-muted"> · {fill(words.map.total, { count: count(map.total) })}</span>}</h2>
            {map !== undefined && (map.criteria === null ? <p className="hg-muted">{t.noCriteria}</p> : <RiskGrid map={map} basis={basis} filters={{ 'filter[status]': 'open', ...(at === null ? {} : { asOf: at }) }} />)}
          </section>
        ))}
      </div>
      {moved.data !== undefined && <MoveTable moves={moved.data.moves} levels={(after.data ?? before.data)?.levels ?? []} />}
      <p><OrgLink to={`changes/risk?from=${encodeURIComponent(from)}${to === null ? '' : `&to=${encodeURIComponent(to)}`}`}>{t.details}</OrgLink></p>
    </Page>
  )
}
