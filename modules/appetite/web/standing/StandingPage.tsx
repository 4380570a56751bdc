import '../base/base.css'
import './standing.css'
import { ReloadOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { ErrorView, formatMoney, formatNumber, OrgLink, Page, Scroll, useLocale, useNotify, useOrg, useOrgPath, usePermission, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { type Line } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api, useRefreshAppetite } from '../base/api.ts'
import { useCategory } from '../base/useCategory.ts'
import { useUnits } from '../base/useUnits.ts'
import { LimitText } from '../statement/LimitText.tsx'
import { Bar } from './Bar.tsx'
import { Figures } from './Figures.tsx'

/** Where the organisation stands against what it wants and what it bears, line by line. */
export const Component = () => {
  const t = useText(messages).pages.standing
  const org = useOrg()
  const locale = useLocale()
  const notify = useNotify()
  const refresh = useRefreshAppetite()
  const path = useOrgPath()
  const navigate = useNavigate()
  const mayWrite = usePermission('riskAppetite:write')
  const { nameOf, whole } = useCategory()
  const units = useUnits()
  const query = useQuery({ ...api.riskAppetite.standing.queryOptions({ input: { org } }), refetchInterval: ({ state }) => (state.data?.running === true ? 2_000 : false) })
  const inForce = useQuery(api.riskAppetite.inForce.queryOptions({ input: { org } }))
  const { data } = query
  const statement = data?.statement ?? null
  const lines = (inForce.data?.statement?.lines ?? []) as readonly Line[]
  const recheck = async () => {
    try {
      await api.riskAppetite.recheck.call({ org })
      await refresh()
    } catch (error) {
      notify.error(error)
    }
  }
  const error = query.error ?? inForce.error
  return (
    <Page title={t.title} about={t.about} actions={mayWrite && statement !== null && <Button icon={<ReloadOutlined />} loading={data?.running ?? false} onClick={() => void recheck()}>{t.recheck}</Button>}>
      {error !== null && <ErrorView error={error} onRetry={() => void query.refetch()} />}
      {query.isPending && <div className="hg-bone" />}
      {data !== undefined && statement === null && (
        <div className="ap-empty">
          <p><b>{t.none}</b></p>
          <p className="hg-muted">{t.noneText}</p>
          {mayWrite && <Button type="primary" onClick={() => void navigate({ to: path('risk-appetites'), search: { open: 'new' } as never })}>{t.draft}</Button>}
        </div>
      )}
      {data !== undefined && statement !== null && (
        <>
          {data.running && <Alert className="ap-notice" type="info" showIcon title={t.running} />}
          <p className="ap-toolbar"><span>{t.statement} <OrgLink to={`risk-appetites/${statement.id}`}>{statement.reference} {statement.name}</OrgLink></span></p>
          <Figures data={data} currency={statement.currency} percentile={statement.percentile} />
          <Scroll label={t.lines}>
            <table className="ap-table ap-standing">
              <thead><tr><th scope="col">{t.line}</th><th scope="col">{t.limits}</th><th scope="col">{t.where}</th><th scope="col">{t.loss}</th></tr></thead>
              <tbody>
                {data.lines.map(({ id, level, planned, expected, extreme, loss }) => {
                  const line = lines.find((l) => l.id === id)
                  if (line === undefined) return null
                  return (
                    <tr key={id}>
                      <th scope="row">{nameOf(line.category)}<br /><span className="hg-muted">{line.unit === null ? whole : units.nameOf(line.unit)}</span></th>
                      <td><LimitText line={line} currency={statement.currency} percentile={statement.percentile} /></td>
                      <td className="ap-bars">
                        {line.level !== null && <Bar title={t.today} counts={level} field="levelStanding" filter={{ 'filter[levelLine]': id }} />}
                        {line.level !== null && <Bar title={t.planned} counts={planned} field="plannedStanding" filter={{ 'filter[levelLine]': id }} />}
                        {line.expected !== null && <Bar title={t.expected} counts={expected} field="expectedStanding" filter={{ 'filter[expectedLine]': id }} />}
                        {line.extreme !== null && <Bar title={t.extreme} counts={extreme} field="extremeStanding" filter={{ 'filter[extremeLine]': id }} />}
                      </td>
                      <td>
                        <span className="ap-narrow-label hg-muted">{t.loss} </span>
                        {loss.minor === null ? <span className="hg-muted">{t.lossUnknown}</span> : formatMoney({ minor: loss.minor, currency: statement.currency }, locale)}
                        {loss.minor !== null && loss.notAssessed > 0 && <><br /><span className="hg-muted">{fill(t.lossPartly, { assessed: formatNumber(loss.assessed, locale), notAssessed: formatNumber(loss.notAssessed, locale) })}</span></>}
                      </td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
    </Page>
  )
}
