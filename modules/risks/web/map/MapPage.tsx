import '../base/base.css'
import './map.css'
import { fill } from '@heng/contract'
import { ErrorView, formatNumber, Page, RecordSelect, useLocale, useOrg, useText } from '@heng/web-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { CriteriaNotice, OutdatedNotice } from '../base/Notices.tsx'
import { BasisChoice, basisIn } from './BasisChoice.tsx'
import { Distribution } from './Distribution.tsx'
import { NextStep } from './NextStep.tsx'
import { RiskGrid } from './RiskGrid.tsx'
import { Summary } from './Summary.tsx'
import { TopRisks } from './TopRisks.tsx'

/** Open risks by likelihood and impact in the method's own axes, with the ways to look at them beside it; all in the address. */
export const Component = () => {
  const words = useText(messages).pages
  const t = words.map
  const locale = useLocale()
  const org = useOrg()
  const navigate = useNavigate()
  const search = useLocation({ select: (l) => l.search as Readonly<Record<string, string | undefined>> })
  const basis = basisIn(search)
  const unit = search['unit'] ?? null
  const change = (next: Record<string, string | null>) => {
    const wanted: Record<string, string | null> = { basis, unit, ...next }
    void navigate({ to: '.', search: Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== null)) as never, replace: true })
  }
  const query = useQuery({ ...api.risk.heatmap.queryOptions({ input: { org, basis, ...(unit === null ? {} : { unit }) } }), placeholderData: keepPreviousData })
  const map = query.data
  const filters = { 'filter[status]': 'open', ...(unit === null ? {} : { 'filter[unit]': unit }) }
  return (
    <Page title={t.title} about={t.about}>
      <CriteriaNotice />
      <OutdatedNotice count={map?.outdated ?? 0} />
      {map !== undefined && (basis === 'current' || basis === 'inherent') && unit === null && <NextStep total={map.total} notAssessed={map.notAssessed} unrated={{ 'filter[status]': 'open', [`filter[${basis}Level]`]: '-' }} />}
      <div className="rk-toolbar">
        <BasisChoice value={basis} onChange={(next) => change({ basis: next })} />
        <span className="rk-unit">
          <RecordSelect
            target="unit" value={unit ?? 'all'} clearable={unit !== null} aria-label={t.unit} extra={[{ value: 'all', text: t.allUnits, reference: null }]}
            onChange={(next) => change({ unit: next === 'all' ? null : (next as string | null) })}
          />
        </span>
        <span className="hg-muted" role="status">{map === undefined ? '' : fill(t.total, { count: formatNumber(map.total, locale) })}</span>
      </div>
      {query.error !== null && <ErrorView error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <div className="hg-bone" />}
      {map !== undefined && map.likelihood !== null && map.impact !== null && (
        <div className="rk-map">
          <RiskGrid map={map} basis={basis} filters={filters} />
          <Distribution map={map} basis={basis} filters={filters} />
        </div>
      )}
      <div className="rk-views">
        <TopRisks basis={basis} />
        <Summary basis={basis} />
      </div>
    </Page>
  )
}
