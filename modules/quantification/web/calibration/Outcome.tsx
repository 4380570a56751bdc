import { fill } from '@heng/contract'
import { formatNumber, formatPercent, Scroll, StatusTag, useLocale, useText } from '@heng/web-kit'
import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { ShownOf } from '@heng/contract'
import type { quantifications } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

type Told = ShownOf<typeof quantifications.calibration.submit>

/** How many intervals held, what that says and does not say, and each answer beside the truth. */
export const Outcome = ({ told, onAgain }: { readonly told: Told; readonly onAgain: () => void }) => {
  const t = useText(messages).pages.calibration
  const locale = useLocale()
  const number = (value: number): string => formatNumber(value, locale)
  const percent = (share: number): string => formatPercent(share, locale)
  const [low, high] = told.interval
  const place = useRef<HTMLElement>(null)
  // What was handed in stood far below: the result is read from its beginning.
  useEffect(() => {
    place.current?.focus()
    place.current?.scrollIntoView({ block: 'start' })
  }, [])
  return (
    <section ref={place} tabIndex={-1}>
      <Alert
        type={told.advice === 'fits' ? 'success' : 'info'} showIcon className="rq-notice"
        title={fill(t.result, { hit: told.hit, asked: told.asked, share: percent(told.share) })}
        description={<>{fill(t.interval, { low: percent(low), high: percent(high) })} {fill(t.advice[told.advice], { widen: told.widen === null ? '' : number(Number(told.widen.toPrecision(2))) })}</>}
      />
      <Scroll label={t.result}>
        <table className="hg-figures rq-figures rq-texts-table">
          <thead><tr><th scope="col">{t.question}</th><th scope="col">{t.yours}</th><th scope="col">{t.truth}</th><th scope="col" /><th scope="col">{t.source}</th></tr></thead>
          <tbody>
            {told.answers.map(({ question, text, unit, low: from, high: to, truth, hit, source }) => (
              <tr key={question}>
                <th scope="row">{text[locale]}</th>
                <td className="hg-figure">{number(from)} – {number(to)}</td>
                <td className="hg-figure">{number(truth)} {unit[locale]}</td>
                <td><StatusTag tone={hit ? 'good' : 'warning'}>{hit ? t.held : t.missed}</StatusTag></td>
                <td className="rq-why hg-muted">{source[locale]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div className="rq-toolbar"><Button onClick={onAgain}>{t.again}</Button></div>
    </section>
  )
}
