import '../register/register.css'
import './record.css'
import { ErrorView, formatNumber, OrgLink, useLocale, useOrg, useText, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { openStates, severities } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Due } from '../register/Due.tsx'
import { Exploited, Priority, Severity, State } from '../register/words.tsx'

const shown = 10
const openFilter = openStates.map((state) => `filter[state]=${state}`).join('&')

/** What is open on an asset: how much of each severity, and the most urgent. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).flaws
  const org = useOrg()
  const locale = useLocale()
  const counts = useQuery(api.vulnerability.summary.queryOptions({ input: { org, asset: row.id } }))
  const list = useQuery(api.vulnerability.list.queryOptions({ input: { org, filter: { asset: row.id, state: [...openStates] }, limit: shown } }))
  const error = counts.error ?? list.error
  if (error !== null) return <ErrorView error={error} onRetry={() => void Promise.all([counts.refetch(), list.refetch()])} />
  if (counts.data === undefined || list.data === undefined) return <div className="hg-bone" role="status" />
  const { open, overdue, exploited } = counts.data
  const of = `vulnerabilities?filter[asset]=${row.id}`
  const figure = (key: string, value: number, label: React.ReactNode, query: string, tone?: 'bad') => value > 0 && (
    <li key={key} data-tone={tone}><OrgLink to={`${of}&${query}`}><b>{formatNumber(value, locale)}</b><span>{label}</span></OrgLink></li>
  )
  return (
    <div className="vn-of-asset">
      {open.total === 0 ? <p className="hg-muted">{t.asset.none}</p> : (
        <>
          <ul className="vn-figures" aria-label={t.figures.label}>
            {severities.toReversed().map((severity) => figure(severity, open[severity], <Severity value={severity} />, `${openFilter}&filter[severity]=${severity}`))}
            {figure('notAssessed', open.notAssessed, t.figures.notAssessed, `${openFilter}&filter[severity]=-`)}
            {figure('overdue', overdue, t.figures.overdue, 'filter[overdue]=true', 'bad')}
            {figure('exploited', exploited, t.figures.exploited, `${openFilter}&filter[exploited]=true`, 'bad')}
          </ul>
          <ul className="vn-lines">
            {list.data.items.map((one) => (
              <li key={one.id}>
                <Priority value={one.priority} />
                <OrgLink to={`vulnerabilities/${one.id}`} className="vn-name"><span className="hg-reference">{one.reference}</span> {one.title}</OrgLink>
                {one.exploited === true && <Exploited value />}
                <Severity value={one.severity} />
                <State value={one.state} />
                <Due row={one} dense />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="vn-links">
        {open.total > shown && <OrgLink to={`${of}&${openFilter}`}>{t.asset.all} ({formatNumber(open.total, locale)})</OrgLink>}
        <OrgLink to={of}>{t.asset.ever}</OrgLink>
      </p>
    </div>
  )
}
