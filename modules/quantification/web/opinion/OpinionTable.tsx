import { fill, type Label } from '@heng/contract'
import { formatPercent, NotGiven, PersonName, Scroll, useLocale, useText } from '@heng/web-kit'
import type { Opinion } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import { useModelWords } from '../model/useModelWords.ts'

export interface OpinionTableProps {
  readonly opinions: readonly Opinion[]
  readonly currency: string
  readonly labels: Readonly<Record<string, Label>>
}

/** What experts said, question by question. */
export const OpinionTable = ({ opinions, currency, labels }: OpinionTableProps) => {
  const t = useText(messages).pages
  const words = t.opinions
  const locale = useLocale()
  const { number, amount } = useModelWords(currency)
  if (opinions.length === 0) return <p className="hg-muted">{words.none}</p>
  return (
    <Scroll label={words.experts}>
      <table className="hg-figures rq-figures rq-texts-table">
        <thead>
          <tr><th scope="col">{words.question}</th><th scope="col">{words.person}</th><th scope="col">{words.estimate}</th><th scope="col">{words.calibration}</th><th scope="col">{words.rationale}</th></tr>
        </thead>
        <tbody>
          {opinions.map(({ id, question, person, p5, p95, calibration, rationale }) => {
            const say = question === 'frequency' ? number : amount
            return (
              <tr key={id}>
                <th scope="row">{words.questions[question]}</th>
                <td><PersonName name={labels[person]?.text ?? '–'} /></td>
                <td className="hg-figure">{fill(t.range, { low: say(p5), high: say(p95) })}</td>
                <td>{calibration === null ? <span className="hg-muted">{words.untrained}</span> : formatPercent(calibration, locale)}</td>
                <td className="rq-why">{rationale ?? <NotGiven />}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Scroll>
  )
}
