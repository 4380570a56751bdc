import { fill } from '@heng/contract'
import { formatDate, formatNumber, formatPercent, NotAssessed, Scroll, useLocale, useText } from '@heng/web-kit'
import type { FiguresOverview } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { Severity } from '../register/words.tsx'
import { How } from './How.tsx'
import { useInputs } from './useInputs.ts'

/** How long it took to mend, by severity, against the days that the policy gives. */
export const Fixing = ({ data }: { readonly data: FiguresOverview }) => {
  const t = useText(messages).overview.fixing
  const locale = useLocale()
  const inputs = useInputs(data)
  const { since, policy, bySeverity } = data.fixing
  const lines = bySeverity.filter(({ fixed, verified }) => fixed + verified > 0)
  const n = (value: number) => formatNumber(value, locale)
  const days = (value: number | null, [one, more]: readonly [string, string] = [t.dayOne, t.days]) => (value === null ? t.none : value === 1 ? one : fill(more, { days: n(value) }))
  const allowed = (value: number | null) => (value === null ? <span className="hg-muted">{t.noDays}</span> : days(value, policy.count === 'working' ? [t.workingOne, t.working] : [t.dayOne, t.days]))
  // Calendar days cannot be held against working days.
  const isOver = (value: number | null, days_: number | null) => policy.count === 'calendar' && value !== null && days_ !== null && value > days_
  const took = (value: number | null, given: number | null) => <td data-tone={isOver(value, given) ? 'bad' : undefined}>{days(value)}{isOver(value, given) && <span className="hg-visually-hidden"> ({t.over})</span>}</td>
  return (
    <section className="vo-part" aria-labelledby="vo-fixing">
      <h2 id="vo-fixing">{t.title}</h2>
      <p className="hg-muted">{fill(t.since, { day: formatDate(since, locale), policy: policy.title[locale] })}</p>
      {lines.length === 0 ? <p className="hg-muted">{t.nothing}</p> : (
        <Scroll label={t.title}>
          <table className="hg-figures vo-table">
            <thead>
              <tr>
                <th scope="col"><span className="hg-visually-hidden">{t.title}</span></th><th scope="col">{t.median}</th><th scope="col">{t.mean}</th><th scope="col">{t.policy}</th><th scope="col">{t.share}</th>
                <th scope="col">{t.fixed}</th><th scope="col">{t.verified}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ severity, fixed, verified, mean, median, withDue, inTime, share, policyDays }) => (
                <tr key={severity}>
                  <th scope="row">{severity === 'notAssessed' ? <NotAssessed /> : <Severity value={severity} />}</th>
                  {took(median, policyDays)}
                  {took(mean === null ? null : Math.round(mean * 10) / 10, policyDays)}
                  <td>{allowed(policyDays)}</td>
                  <td>{share === null ? <span className="hg-muted">{t.noDue}</span> : fill(t.of, { share: formatPercent(share, locale), n: n(inTime), all: n(withDue) })}</td>
                  <td>{n(fixed)}</td><td>{n(verified)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <How method={data.method.fixing} inputs={inputs.fixing} computed={data.computed} />
    </section>
  )
}
