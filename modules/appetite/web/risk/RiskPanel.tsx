import '../base/base.css'
import { AlertOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { RiskLevel } from '@heng/risks/web/parts'
import { DateText, ErrorView, formatMoney, formatNumber, OrgLink, Scroll, useLocale, useOrg, usePermission, useText, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { Measure } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../base/api.ts'
import { Section } from '../base/Section.tsx'
import { StandingTag, State } from '../base/State.tsx'
import { RaiseDialog } from '../trigger/RaiseDialog.tsx'

/** What the organisation wants of this risk, what puts its assessment in question, and the figures that watch it. */
export const Component = ({ row }: RecordPanelProps) => (
  <div>
    <Appetite risk={row.id} />
    <Triggers risk={row.id} open={row['status'] === 'open'} />
    <Indicators risk={row.id} />
  </div>
)

const isLevel = (measure: Measure): boolean => measure === 'current' || measure === 'planned'

const Appetite = ({ risk }: { readonly risk: string }) => {
  const words = useText(messages)
  const t = words.pages.risk
  const org = useOrg()
  const locale = useLocale()
  const { data, error, isPending, refetch } = useQuery(api.riskAppetite.ofRisk.queryOptions({ input: { org, id: risk } }))
  const names = words.nouns.appetitePosition.values.beyond
  const statement = data?.statement ?? null
  const shown = (measure: Measure, value: number | null) => {
    if (isLevel(measure)) return <RiskLevel value={value} />
    return value === null ? <span className="hg-muted">{t.notAssessed}</span> : formatMoney({ minor: value, currency: statement!.currency }, locale)
  }
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (isPending) return <div className="hg-bone" />
  return (
    <Section title={t.appetite} about={statement === null ? t.noStatement : data.measures.length === 0 ? t.noLine : <>{t.by} <OrgLink to={`risk-appetites/${statement.id}`}>{statement.reference} {statement.name}</OrgLink></>}>
      {data.breach !== null && data.breach.state !== 'closed' && (
        <Alert
          className="ap-notice" type={data.breach.state === 'open' ? 'error' : 'warning'} showIcon
          title={<>{data.breach.state === 'open' ? fill(t.breach, { due: data.breach.dueOn ?? '–' }) : t.answered} <OrgLink to={`tolerance-breaches/${data.breach.id}`}>{data.breach.reference}</OrgLink></>}
        />
      )}
      {data.measures.length > 0 && (
        <Scroll label={t.appetite}>
          <table className="ap-table">
            <thead><tr><th scope="col">{t.measure}</th><th scope="col">{t.value}</th><th scope="col">{t.wanted}</th><th scope="col">{t.borne}</th><th scope="col">{t.standing}</th></tr></thead>
            <tbody>
              {data.measures.map(({ measure, value, appetite, tolerance, standing, words: said }) => (
                <tr key={measure}>
                  <th scope="row">{names[measure]}{said !== null && <p className="hg-help">{said}</p>}</th>
                  <td>{shown(measure, value)}</td><td>{shown(measure, appetite)}</td><td>{shown(measure, tolerance)}</td><td><StandingTag value={standing} /></td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Section>
  )
}

const Triggers = ({ risk, open }: { readonly risk: string; readonly open: boolean }) => {
  const words = useText(messages)
  const t = words.pages.risk
  const org = useOrg()
  const may = usePermission('reviewTrigger:raise')
  const [raising, setRaising] = useState(false)
  const { data } = useQuery(api.reviewTrigger.list.queryOptions({ input: { org, filter: { risk }, limit: 20 } }))
  const kinds = words.nouns.reviewTrigger.values.kind
  return (
    <Section title={words.nouns.reviewTrigger.many} about={data?.items.length === 0 ? t.noTriggers : undefined} actions={may && open && <Button size="small" icon={<AlertOutlined />} onClick={() => setRaising(true)}>{words.pages.trigger.raise}</Button>}>
      {data !== undefined && data.items.length > 0 && (
        <Scroll label={words.nouns.reviewTrigger.many}>
          <table className="ap-table">
            <thead><tr><th scope="col">{t.happened}</th><th scope="col">{t.kind}</th><th scope="col">{t.state}</th><th scope="col">{t.due}</th></tr></thead>
            <tbody>
              {data.items.map((g) => (
                <tr key={g.id}>
                  <th scope="row"><OrgLink to={`review-triggers/${g.id}`}>{g.title}</OrgLink></th>
                  <td>{g.kind === null ? '' : kinds[g.kind]}</td>
                  <td><State noun="reviewTrigger" field="state" value={g.state} /></td>
                  <td>{g.dueOn === null ? '–' : <DateText value={g.dueOn} />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {raising && <RaiseDialog risk={risk} onClose={() => setRaising(false)} />}
    </Section>
  )
}

const Indicators = ({ risk }: { readonly risk: string }) => {
  const words = useText(messages)
  const t = words.pages.risk
  const org = useOrg()
  const locale = useLocale()
  const may = usePermission('riskIndicator:read')
  const { data } = useQuery({ ...api.riskIndicator.list.queryOptions({ input: { org, filter: { risks: risk }, limit: 20 } }), enabled: may })
  if (!may) return null
  return (
    <Section title={words.nouns.riskIndicator.many} about={data?.items.length === 0 ? t.noIndicators : undefined}>
      {data !== undefined && data.items.length > 0 && (
        <table className="ap-table">
          <tbody>
            {data.items.map((i) => (
              <tr key={i.id}>
                <th scope="row"><OrgLink to={`risk-indicators/${i.id}`}>{i.reference} {i.name}</OrgLink></th>
                <td>{i.value === null ? '–' : `${formatNumber(i.value, locale)} ${i.measure}`}</td>
                <td>{i.state !== null && <State noun="riskIndicator" field="state" value={i.state} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}
