import '../controls.css'
import { ClockCircleOutlined } from '@ant-design/icons'
import { formatPercent, NotAssessed, StatusTag, useLocale, useText, type Tone } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

type Word = 'none' | 'low' | 'partial' | 'high'
/** Where one word ends and the next begins, in percent. */
const wordOf = (percent: number): Word => (percent === 0 ? 'none' : percent < 50 ? 'low' : percent < 90 ? 'partial' : 'high')
const tones: Readonly<Record<Word, Tone>> = { none: 'bad', low: 'warning', partial: 'progress', high: 'good' }

interface Props {
  readonly percent: number | null
  readonly stale: boolean
}

/** The effectiveness of a control in percent, with its length and in a word; what rests on an overdue test says so. */
export const Gauge = ({ percent, stale }: Props) => {
  const t = useText(messages).tests.effectiveness
  const locale = useLocale()
  return (
    <span className="ct-gauge">
      {percent === null ? (
        <NotAssessed />
      ) : (
        <>
          <span className="ct-bar" aria-hidden="true">
            <span data-word={wordOf(percent)} style={{ width: `${percent}%` }} />
          </span>
          <b className="hg-figure">{formatPercent(percent / 100, locale)}</b>
          <StatusTag tone={tones[wordOf(percent)]}>{t.words[wordOf(percent)]}</StatusTag>
        </>
      )}
      {stale && <StatusTag tone="warning">{t.stale}</StatusTag>}
    </span>
  )
}

/** The same in the little room of a list: the figure, and a clock where a test is overdue. */
export const GaugeCell = ({ percent, stale }: Props) => {
  const t = useText(messages).tests.effectiveness
  const locale = useLocale()
  return (
    <span className="ct-gauge-cell">
      {stale && (
        <span title={t.stale}>
          <ClockCircleOutlined aria-hidden="true" />
          <span className="hg-visually-hidden">{t.stale}</span>
        </span>
      )}
      {percent === null ? <NotAssessed /> : <StatusTag tone={tones[wordOf(percent)]}>{formatPercent(percent / 100, locale)}</StatusTag>}
    </span>
  )
}
