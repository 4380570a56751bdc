import { fill, wordingIn } from '@heng/contract'
import { formatPercent, OrgLink, Scroll, useLocale, useText, type AnyRecord } from '@heng/web-kit'
import { Alert, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { bases, type Basis, type FrozenRun, type RunResults as Results } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useAmount } from '../base/Amount.tsx'
import { LossCurve } from '../curve/LossCurve.tsx'
import { useToleranceOfAll } from '../curve/useTolerance.ts'
import { MoneyThree } from '../loss/MoneyThree.tsx'

export interface RunResultsProps {
  readonly row: AnyRecord
}

/** All risks together: the three bases, the curve, and which risks make the loss. */
export const RunResults = ({ row }: RunResultsProps) => {
  const t = useText(messages).pages
  const words = t.run
  const locale = useLocale()
  const results = row['results'] as Results
  const { currency, risks } = row['frozen'] as FrozenRun
  const amount = useAmount(currency)
  const isAll = row['unit'] === null
  const tolerance = useToleranceOfAll(currency)
  const [basis, setBasis] = useState<Basis>('current')
  const told = results[basis]
  const lines = useMemo(() => [
    { name: t.bases.current, points: results.current.portfolio.exceedance, main: true },
    { name: t.bases.inherent, points: results.inherent.portfolio.exceedance },
    { name: t.bases.planned, points: results.planned.portfolio.exceedance },
  ], [results, t])
  const named = new Map(risks.map((risk) => [risk.id, risk]))
  const whole = told.risks.reduce((sum, { mean }) => sum + mean, 0)
  const tail = told.risks.reduce((sum, one) => sum + one.tail, 0)
  const share = (part: number, of: number): string => (of === 0 ? '–' : formatPercent(part / of, locale))
  const bounded = (one: Basis) => ({ worst: results[one].portfolio, best: results[one].portfolio, open: [] })
  return (
    <>
      <MoneyThree told={{ inherent: bounded('inherent'), current: bounded('current'), planned: bounded('planned') }} currency={currency} />
      {results.open.planned > 0 && <Alert type="info" showIcon className="rq-notice" title={fill(words.open, { count: results.open.planned })} />}
      <LossCurve currency={currency} lines={lines} {...(tolerance === undefined || !isAll ? {} : { tolerance })} height={340} />
      <section className="rq-section">
        <h2>{words.contributions}</h2>
        <div className="rq-toolbar"><Segmented<Basis> aria-label={t.basis} value={basis} options={bases.map((value) => ({ value, label: t.bases[value] }))} onChange={setBasis} /></div>
        <Scroll label={words.contributions}>
          <table className="hg-figures rq-figures rq-parts">
            <thead>
              <tr><th scope="col">{words.risk}</th><th scope="col">{words.mean}</th><th scope="col">{words.share}</th><th scope="col">{words.tail}</th><th scope="col">{words.share}</th><th scope="col">{words.p95}</th></tr>
            </thead>
            <tbody>
              {told.risks.toSorted((a, b) => b.mean - a.mean).map((part) => {
                const risk = named.get(part.risk)!
                return (
                  <tr key={part.risk}>
                    <th scope="row"><OrgLink to={`risks/${part.risk}`}><span className="hg-reference">{risk.reference}</span> {wordingIn(locale, risk.title)}</OrgLink></th>
                    <td>{amount(part.mean)}</td>
                    <td className="rq-share" style={{ '--rq-share': `${whole === 0 ? 0 : (100 * part.mean) / whole}%` } as React.CSSProperties}>{share(part.mean, whole)}</td>
                    <td>{amount(part.tail)}</td>
                    <td className="rq-share" style={{ '--rq-share': `${tail === 0 ? 0 : (100 * part.tail) / tail}%` } as React.CSSProperties}>{share(part.tail, tail)}</td>
                    <td>{amount(part.p95)}</td>
                  </tr>
                )
              })}
            </tbody>
            <tfoot>
              <tr><th scope="row">{words.total}</th><td>{amount(told.portfolio.mean)}</td><td /><td>{amount(told.portfolio.es95)}</td><td /><td>{amount(told.portfolio.p95)}</td></tr>
            </tfoot>
          </table>
        </Scroll>
      </section>
    </>
  )
}
