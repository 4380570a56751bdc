import { fill } from '@heng/contract'
import { ErrorView, formatDate, formatNumber, percentOf, useLocale, useOrg, useText, type AnyRecord } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { messages } from '../../locales/index.ts'
import { api } from '../api.ts'

const states = ['confirmed', 'corrected', 'disowned'] as const

interface Bar {
  readonly total: number
  readonly confirmed: number
  readonly corrected: number
  readonly disowned: number
}
const doneOf = ({ confirmed, corrected, disowned }: Bar): number => confirmed + corrected + disowned

/** Progress of a campaign, as a whole and by unit, as bars and in numbers. */
export const Progress = ({ row }: { readonly row: AnyRecord }) => {
  const t = useText(messages).pages.attest
  const locale = useLocale()
  const org = useOrg()
  const { data, error, refetch } = useQuery(api.campaign.progress.queryOptions({ input: { org, id: row.id } }))
  if (error !== null) return <ErrorView error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <div className="hg-bone" role="status" />
  const all = data.units.reduce((sum: Bar, unit) => ({ total: sum.total + unit.total, confirmed: sum.confirmed + unit.confirmed, corrected: sum.corrected + unit.corrected, disowned: sum.disowned + unit.disowned }), { total: 0, confirmed: 0, corrected: 0, disowned: 0 })
  const number = (value: number) => formatNumber(value, locale)
  return (
    <section aria-label={t.progress}>
      <div className="as-progress-head">
        <p className="as-progress-total">{fill(t.done, { done: number(doneOf(all)), total: number(all.total), percent: percentOf(doneOf(all), all.total) ?? 0 })}</p>
        <ul className="as-legend">
          {states.map((state) => (
            <li key={state} className="as-state" data-state={state}>
              {t.states[state]} <b className="hg-figure">{number(all[state])}</b>
            </li>
          ))}
          <li className="as-state" data-state="pending">
            {t.states.pending} <b className="hg-figure">{number(all.total - doneOf(all))}</b>
          </li>
        </ul>
        <span className="hg-muted">{fill(t.due, { when: formatDate(String(row['dueOn']), locale) })}</span>
      </div>
      {data.units.length > 1 && (
        <table className="as-progress">
          <thead className="hg-visually-hidden">
            <tr>
              <th scope="col">{t.units}</th>
              <th scope="col">{t.progress}</th>
              <th scope="col">{t.total}</th>
            </tr>
          </thead>
          <tbody>
            {data.units.map((unit) => (
              <tr key={unit.unit ?? ''}>
                <th scope="row">{unit.unit === null ? t.noUnit : (data.labels[unit.unit]?.text ?? '')}</th>
                <td>
                  <span className="as-bar" aria-hidden="true">
                    {states.map((state) => unit[state] > 0 && <span key={state} data-state={state} style={{ width: `${(unit[state] / unit.total) * 100}%` }} />)}
                  </span>
                </td>
                <td className="hg-figure">
                  {number(doneOf(unit))} / {number(unit.total)} <span className="hg-muted">{fill(t.percent, { percent: percentOf(doneOf(unit), unit.total) ?? 0 })}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
