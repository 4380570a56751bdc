import { fill } from '@heng/contract'
import { formatNumber, formatPercent, useLocale, useOrgPath, useText } from '@heng/web-kit'
import { Link } from '@tanstack/react-router'
import type { FiguresOverview } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { openOnly, type Search } from './links.tsx'

interface TileProps {
  readonly label: string
  readonly value: string
  readonly more?: string
  readonly tone?: 'bad' | 'warning' | undefined
  readonly to?: string
  readonly search: Search
}

const Tile = ({ label, value, more, tone, to = 'vulnerabilities', search }: TileProps) => (
  <li data-tone={tone}>
    <Link to={useOrgPath()(to)} search={search as never}>
      <span>{label}</span>
      <b>{value}</b>
      {more !== undefined && <small>{more}</small>}
    </Link>
  </li>
)

/** What stands today, each with the way to it. */
export const Tiles = ({ data }: { readonly data: FiguresOverview }) => {
  const t = useText(messages).overview.tiles
  const locale = useLocale()
  const n = (value: number) => formatNumber(value, locale)
  const { bySeverity, total } = data.open
  const { assets, scanned } = data.coverage.total
  return (
    <ul className="vo-tiles" aria-label={t.label}>
      <Tile label={t.open} value={n(total)} search={openOnly} />
      <Tile label={t.grave} value={n(bySeverity.critical + bySeverity.high)} search={{ ...openOnly, 'filter[severity]': ['critical', 'high'] }} />
      <Tile label={t.overdue} value={n(data.overdue)} tone={data.overdue > 0 ? 'bad' : undefined} search={{ 'filter[overdue]': 'true' }} />
      <Tile label={t.exploited} value={n(data.exploited)} tone={data.exploited > 0 ? 'bad' : undefined} search={{ ...openOnly, 'filter[exploited]': 'true' }} />
      {assets > 0 && <Tile label={t.coverage} value={formatPercent(scanned / assets, locale)} more={fill(t.of, { n: n(scanned), all: n(assets) })} to="assets" search={{ 'filter[tier]': 'component' }} />}
      {data.coverage.unmatched !== null && <Tile label={t.unmatched} value={n(data.coverage.unmatched)} tone={data.coverage.unmatched > 0 ? 'warning' : undefined} to="scan-targets" search={{ 'filter[state]': 'unmatched' }} />}
    </ul>
  )
}
