import { formatNumber, useKitText, useLocale, useOrg, useOrgPath, usePast, useText } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { openStates, severities } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'
import { Severity } from './words.tsx'

interface FigureProps {
  readonly label: ReactNode
  readonly value: number | undefined
  /** The filter that shows what is counted. */
  readonly search: Readonly<Record<string, string | readonly string[]>>
  readonly to?: string
  readonly tone?: 'bad' | 'warning'
}

/** A count with its name, which leads to what it counts. */
const Figure = ({ label, value, search, to = 'vulnerabilities', tone }: FigureProps) => {
  const locale = useLocale()
  const path = useOrgPath()
  return (
    <li data-tone={value === undefined || value === 0 ? undefined : tone}>
      <Link to={path(to)} search={search as never}>
        <b>{value === undefined ? '–' : formatNumber(value, locale)}</b>
        <span>{label}</span>
      </Link>
    </li>
  )
}

const open = { 'filter[state]': [...openStates] }

/** What is open by severity, what is late, what is exploited and what nobody has said an asset for. Only of today. */
export const Figures = () => {
  const t = useText(messages).flaws.figures
  const kit = useKitText()
  const org = useOrg()
  const { asOf } = usePast()
  const { data, error, refetch } = useQuery({ ...api.vulnerability.summary.queryOptions({ input: { org } }), enabled: asOf === null })
  if (asOf !== null) return null
  if (error !== null) return <p className="hg-muted" role="alert">{t.failed} <Button size="small" onClick={() => void refetch()}>{kit.actions.retry}</Button></p>
  const graver = severities.toReversed().filter((severity) => severity !== 'none' || (data?.open.none ?? 0) > 0)
  return (
    <ul className="vn-figures" aria-label={t.label} aria-busy={data === undefined}>
      <Figure label={t.open} value={data?.open.total} search={open} />
      {graver.map((severity) => <Figure key={severity} label={<Severity value={severity} />} value={data?.open[severity]} search={{ ...open, 'filter[severity]': severity }} />)}
      {(data?.open.notAssessed ?? 0) > 0 && <Figure label={t.notAssessed} value={data!.open.notAssessed} search={{ ...open, 'filter[severity]': '-' }} />}
      <Figure label={t.overdue} value={data?.overdue} search={{ 'filter[overdue]': 'true' }} tone="bad" />
      <Figure label={t.exploited} value={data?.exploited} search={{ ...open, 'filter[exploited]': 'true' }} tone="bad" />
      {data?.unmatched != null && <Figure label={t.unmatched} value={data.unmatched} to="scan-targets" search={{ 'filter[state]': 'unmatched' }} tone="warning" />}
    </ul>
  )
}
