import '../base/base.css'
import { PlusOutlined } from '@ant-design/icons'
import { ErrorView, formatNumber, formatTimestamp, Scroll, useLocale, useOrg, useText, useTimeZone, type RecordPanelProps } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { messages } from '../../locales/index.ts'
import type { Bounds } from '../../rules/indicator.ts'
import { api } from '../base/api.ts'
import { Section } from '../base/Section.tsx'
import { State } from '../base/State.tsx'
import { MeasureDialog } from './MeasureDialog.tsx'
import { Trend } from './Trend.tsx'

const boundKeys = ['amberFrom', 'redFrom', 'amberDownTo', 'redDownTo'] as const

/** The indicator over time: chart, bounds and the latest values. */
export const Component = ({ row }: RecordPanelProps) => {
  const t = useText(messages).pages.indicator
  const org = useOrg()
  const locale = useLocale()
  const zone = useTimeZone()
  const [adding, setAdding] = useState(false)
  const { data, error, isPending, refetch } = useQuery(api.riskIndicator.measurements.queryOptions({ input: { org, id: row.id, limit: 400 } }))
  const bounds = useMemo(() => ({ direction: row['direction'], ...Object.fromEntries(boundKeys.map((key) => [key, row[key]])) }) as unknown as Bounds, [row])
  const items = data?.items ?? []
  const measure = String(row['measure'])
  const add = row.allowed.includes('measure') && <Button size="small" type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>{t.add}</Button>
  return (
    <div>
      {error !== null && <ErrorView error={error} onRetry={() => void refetch()} />}
      {isPending && <div className="hg-bone" />}
      <Section title={t.trend} about={data !== undefined && items.length === 0 ? t.noData : undefined} actions={add}>
        {items.length > 0 && <Trend name={String(row['name'])} measure={measure} bounds={bounds} items={items} />}
      </Section>
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
      {adding && <MeasureDialog id={row.id} name={String(row['name'])} measure={measure} onClose={() => setAdding(false)} />}
    </div>
  )
}
