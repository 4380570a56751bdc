import '../base/base.css'
import { ErrorView, formatNumber, formatTimestamp, Scroll, useLocale, useOrg, useText, useTimeZone, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { messages } from '../../locales/index.ts'
import type { Bounds } from '../../rules/indicator.ts'
import { api } from '../base/api.ts'
import { Section } from '../base/Section.tsx'
import { State } from '../base/State.tsx'
import { Trend } from './Trend.tsx'

const boundKeys = ['amberFrom', 'redFrom', 'amberDownTo', 'redDownTo'] as const

/** The indicator over time: chart, bounds and the latest values. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.indicator
  const org = useOrg()
  const locale = useLocale()
  const zone = useTimeZone()
  const { data, error, isPending, refetch } = useQuery(api.riskIndicator.measurements.queryOptions({ input: { org, id: row.id, limit: 400 } }))
  const bounds = useMemo(() => ({ direction: row['direction'], ...Object.fromEntries(boundKeys.map((key) => [key, row[key]])) }) as unknown as Bounds, [row])
  const items = data?.items ?? []
  const measure = String(row['measure'])
  return (
    <div>
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {isPending && <div className="hg-bone" />}
      {data !== undefined && items.length === 0 && <p className="hg-muted">{t.noData}</p>}
      {items.length > 0 && <div className="ap-section"><Trend name={String(row['name'])} measure={measure} bounds={bounds} items={items} /></div>}
      {items.length > 0 && (
        <Section title={t.values}>
          <Scroll label={t.values}>
            <table className="ap-table">
              <thead><tr><th scope="col">{t.at}</th><th scope="col">{t.value}</th><th scope="col">{t.state}</th><th scope="col">{t.from}</th><th scope="col">{t.note}</th></tr></thead>
              <tbody>
                {items.slice(0, 50).map((i) => (
                  <tr key={i.at}>
                    <th scope="row">{formatTimestamp(i.at, locale, zone)}</th>
                    <td className="hg-figure">{formatNumber(i.value, locale)} {measure}</td>
                    <td><State noun="riskIndicator" field="state" value={i.state} /></td>
                    <td>{t.vias[i.via]}{i.by !== null && ` · ${i.by}`}</td>
                    <td>{i.note ?? ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </Section>
      )}
    </div>
  )
}
