import { ErrorView, formatNumber, Scroll, useLocale, useOrg, useOrgPath, useText } from '@heng/web-kit'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { useState } from 'react'
import { messages } from '../../locales/index.ts'
import type { Basis } from '../../method/figures.ts'
import { api } from '../base/api.ts'
import { RiskLevel } from '../base/RiskLevel.tsx'

const bys = ['unit', 'asset', 'threat', 'vulnerability', 'owner'] as const
type By = (typeof bys)[number]

/** The same risks by unit, asset, threat, vulnerability or owner; the worst first, each number a way to its risks. */
export const Summary = ({ basis }: { readonly basis: Basis }) => {
  const t = useText(messages).pages.map
  const locale = useLocale()
  const org = useOrg()
  const path = useOrgPath()
  const [by, setBy] = useState<By>('unit')
  const query = useQuery({ ...api.risk.summary.queryOptions({ input: { org, by, basis, limit: 20 } }), placeholderData: keepPreviousData })
  const levels = query.data?.levels.toReversed() ?? []
  const to = (key: string | null, level?: string) => ({ 'filter[status]': 'open', [`filter[${by}]`]: key ?? '-', ...(level === undefined ? {} : { [`filter[${basis}Level]`]: level }) })
  return (
    <section className="rk-section" aria-labelledby="summary-heading">
      <header>
        <h2 id="summary-heading">{t.by}</h2>
        <Segmented<By> size="small" aria-labelledby="summary-heading" value={by} options={bys.map((value) => ({ value, label: t.bys[value] }))} onChange={setBy} />
      </header>
      {query.error !== null && <ErrorView error={query.error} onRetry={() => void query.refetch()} />}
      {query.data?.groups.length === 0 && <p className="hg-muted">{t.empty}</p>}
      {query.data !== undefined && query.data.groups.length > 0 && (
        <Scroll label={t.by}>
          <table className="rk-table rk-summary">
            <thead>
              <tr>
                <th scope="col">{t.name}</th>
                <th scope="col">{t.count}</th>
                {levels.map(({ value }) => (
                  <th key={value} scope="col">
                    <RiskLevel value={value} />
                  </th>
                ))}
                <th scope="col">
                  <RiskLevel value={null} />
                </th>
              </tr>
            </thead>
            <tbody>
              {query.data.groups.map((group) => (
                <tr key={group.key ?? '-'}>
                  <th scope="row">{group.label[locale]}</th>
                  <td>
                    <Link className="hg-figure" to={path('risks')} search={to(group.key) as never}>{formatNumber(group.total, locale)}</Link>
                  </td>
                  {[...levels.map((l) => String(l.value)), '-'].map((key) => (
                    <td key={key}>{group.byLevel[key] === undefined ? '' : <Link className="hg-figure" to={path('risks')} search={to(group.key, key) as never}>{formatNumber(group.byLevel[key], locale)}</Link>}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  )
}
