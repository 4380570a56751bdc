import './map.css'
import { fill } from '@heng/contract'
import { formatNumber, useLocale, useOrgPath, useText } from '@heng/web-kit'
import { Link } from '@tanstack/react-router'
import { messages } from '../../locales/index.ts'
import type { Basis } from '../../method/figures.ts'
import { RiskLevel } from '../base/RiskLevel.tsx'

export interface DistributionProps {
  readonly map: { readonly levels: readonly { readonly value: number }[]; readonly byLevel: Readonly<Record<string, number>>; readonly notAssessed: number; readonly total: number }
  readonly basis: Basis
  readonly filters: Readonly<Record<string, string>>
}

/** How many risks stand on each level; what is not assessed is counted by itself. */
export const Distribution = ({ map, basis, filters }: DistributionProps) => {
  const t = useText(messages).pages.map
  const locale = useLocale()
  const path = useOrgPath()
  const most = Math.max(1, ...Object.values(map.byLevel))
  const line = (key: string, value: number | null) => {
    const count = map.byLevel[key] ?? 0
    return (
      <li key={key}>
        <RiskLevel value={value} />
        <span className="rk-bar" aria-hidden="true">
          <span style={{ width: `${Math.round((count / most) * 100)}%` }} data-level={key} />
        </span>
        {count === 0 ? <span className="hg-figure">0</span> : <Link className="hg-figure" to={path('risks')} search={{ ...filters, [`filter[${basis}Level]`]: key } as never}>{formatNumber(count, locale)}</Link>}
      </li>
    )
  }
  return (
    <section className="rk-distribution" aria-labelledby="distribution-heading">
      <h2 id="distribution-heading">{t.distribution}</h2>
      <ul>
        {map.levels.toReversed().map(({ value }) => line(String(value), value))}
        {line('-', null)}
      </ul>
      {map.notAssessed > 0 && <p className="hg-help">{fill(t.notAssessed, { count: formatNumber(map.notAssessed, locale) })} · {t.notShown}</p>}
    </section>
  )
}
