import './standing.css'
import { fill } from '@heng/contract'
import { formatMoney, formatNumber, useLocale, useOrgPath, useText } from '@heng/web-kit'
import { Link } from '@tanstack/react-router'
import type { Standings } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { StandingTag } from '../base/State.tsx'
import { useBadYear } from '../statement/LimitText.tsx'

interface FiguresProps {
  readonly data: Standings
  readonly currency: string
  readonly percentile: number
}

/** The whole at a glance; every count leads to what it counts. */
export const Figures = ({ data, currency, percentile }: FiguresProps) => {
  const words = useText(messages)
  const t = words.pages.standing
  const locale = useLocale()
  const path = useOrgPath()
  const badYear = useBadYear(percentile)
  const count = (to: string, search: Readonly<Record<string, string>>, value: number) =>
    value === 0 ? '0' : <Link to={path(to)} search={search as never}>{formatNumber(value, locale)}</Link>
  const { together, breaches } = data
  const names = words.nouns.appetitePosition.values.standing
  const amount = (minor: number) => formatMoney({ minor, currency }, locale)
  const limit = (title: string, minor: number | null, l: Standings['together']['expected']) => l.standing !== null && (
    <div>
      <dt>{title}</dt>
      <dd>{minor === null ? '–' : amount(minor)} <small><StandingTag value={l.standing} /></small></dd>
      <small className="hg-muted">{fill(t.limitIs, { appetite: amount(l.appetite!), tolerance: amount(l.tolerance!) })}</small>
    </div>
  )
  return (
    <dl className="ap-figures">
      <div><dt>{t.total}</dt><dd>{count('appetite-positions', {}, data.total)}</dd></div>
      {(['breach', 'watch', 'within', 'notAssessed'] as const).map((s) => <div key={s}><dt>{names[s]}</dt><dd>{count('appetite-positions', { 'filter[standing]': s }, data.overall[s])}</dd></div>)}
      {data.uncovered > 0 && <div><dt>{t.uncovered}</dt><dd>{count('appetite-positions', { 'filter[standing]': '-' }, data.uncovered)}</dd></div>}
      <div>
        <dt>{t.breaches}</dt>
        <dd>{count('tolerance-breaches', { 'filter[state]': 'open' }, breaches.open)} {breaches.overdue > 0 && <small className="hg-muted">{fill(t.overdue, { count: breaches.overdue })}</small>}</dd>
      </div>
      <div>
        <dt>{t.answered}</dt>
        <dd>{count('tolerance-breaches', { 'filter[state]': 'answered' }, breaches.answered)} {breaches.exceptions > 0 && <small className="hg-muted">{fill(t.exceptions, { count: breaches.exceptions })}</small>}</dd>
      </div>
      {limit(t.together, together.loss.minor, together.expected)}
      {limit(badYear, together.extreme.minor, together.extreme)}
    </dl>
  )
}
