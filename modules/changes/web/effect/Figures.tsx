import { fill } from '@heng/contract'
import { formatNumber, MoneyText, NotAssessed, Scroll, useLocale } from '@heng/web-kit'
import type { Figure } from '../../contract/index.ts'
import { useWords } from '../words.ts'

const tone = ({ before, after, better }: Figure): string => {
  if (before === null || after === null || before === after || better === null) return ''
  return after < before === (better === 'lower') ? 'good' : 'bad'
}

/** Figures of other rooms, such as expected losses, today and then. */
export const Figures = ({ figures }: { readonly figures: readonly Figure[] }) => {
  const t = useWords().page.effect
  const locale = useLocale()
  if (figures.length === 0) return null
  return (
    <section>
      <h3>{t.figures}</h3>
      <Scroll label={t.figures}>
        <table className="ch-table">
          <thead>
            <tr>
              <th scope="col">{t.figure}</th>
              <th scope="col" className="ch-number">{t.today}</th>
              <th scope="col" className="ch-number">{t.then}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map((figure) => (
              <tr key={`${figure.source} ${figure.key}`}>
                <th scope="row">{figure.label[locale]}{figure.method !== null && <span className="hg-muted ch-aside">{figure.method}</span>}</th>
                <td className="ch-number"><Value figure={figure} value={figure.before} /></td>
                <td className="ch-number" data-tone={tone(figure)}><Value figure={figure} value={figure.after} /></td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

const Value = ({ figure, value }: { readonly figure: Figure; readonly value: number | null }) => {
  const t = useWords().page.effect
  const locale = useLocale()
  if (value === null) return <NotAssessed />
  if (figure.unit === 'money' && figure.currency !== null) return <MoneyText value={{ minor: value, currency: figure.currency }} />
  const text = formatNumber(value, locale)
  return <span className="hg-figure">{figure.unit === 'percent' ? fill(t.percent, { value: text }) : text}</span>
}
