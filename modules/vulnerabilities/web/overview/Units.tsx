import { fill } from '@heng/contract'
import { formatDate, formatNumber, Scroll, useLocale, useText } from '@heng/web-kit'
import type { FiguresOverview } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { daysUntil } from '../register/due.ts'
import { How } from './How.tsx'
import { Count, openOnly } from './links.tsx'
import { useInputs } from './useInputs.ts'

/** Where it is: the units with the most open ones, and how long the oldest has been open. */
export const Units = ({ data }: { readonly data: FiguresOverview }) => {
  const words = useText(messages).overview
  const t = words.units
  const locale = useLocale()
  const inputs = useInputs(data)
  const { items, rest } = data.units
  const n = (value: number) => formatNumber(value, locale)
  const age = (day: string) => {
    const days = daysUntil(data.today, day)
    return days === 1 ? t.dayOne : fill(t.days, { days: n(days) })
  }
  return (
    <section className="vo-part" aria-labelledby="vo-units">
      <h2 id="vo-units">{t.title}</h2>
      {items.length === 0 ? <p className="hg-muted">{t.none}</p> : (
        <Scroll label={t.title}>
          <table className="hg-figures vo-table">
            <thead><tr><th scope="col">{t.unit}</th><th scope="col">{t.open}</th><th scope="col">{t.overdue}</th><th scope="col">{t.grave}</th><th scope="col">{t.oldest}</th></tr></thead>
            <tbody>
              {items.map(({ unit, open, overdue, grave, oldest }) => {
                const own = { 'filter[unit]': unit ?? '-' }
                const name = unit === null ? words.noUnit : (data.labels[unit]?.text ?? unit)
                return (
                  <tr key={unit}>
                    <th scope="row">{name}</th>
                    <td><Count value={open} label={`${name}, ${t.open}`} search={{ ...openOnly, ...own }} /></td>
                    <td data-tone={overdue > 0 ? 'bad' : undefined}><Count value={overdue} label={`${name}, ${t.overdue}`} search={{ 'filter[overdue]': 'true', ...own }} /></td>
                    <td><Count value={grave} label={`${name}, ${t.grave}`} search={{ ...openOnly, ...own, 'filter[severity]': ['critical', 'high'] }} /></td>
                    <td>{oldest === null ? words.unknown : <time dateTime={oldest} title={fill(t.since, { day: formatDate(oldest, locale) })}>{age(oldest)}</time>}</td>
                  </tr>
                )
              })}
              {rest.units > 0 && (
                <tr><th scope="row" className="hg-muted">{rest.units === 1 ? words.restOne : fill(words.rest, { count: n(rest.units) })}</th><td>{n(rest.open)}</td><td>{n(rest.overdue)}</td><td>{n(rest.grave)}</td><td /></tr>
              )}
            </tbody>
          </table>
        </Scroll>
      )}
      <How method={data.method.units} inputs={inputs.open} computed={data.computed} />
    </section>
  )
}
