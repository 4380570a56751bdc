import './words.css'
import { FireOutlined } from '@ant-design/icons'
import { fill } from '@heng/contract'
import { formatPercent, NotAssessed, NotGiven, StatusTag, useLocale, useText, valueLabel, type Tone } from '@heng/web-kit'
import { priorities, severities } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'

const tones: Readonly<Record<string, Tone>> = {
  open: 'warning', confirmed: 'warning', inProgress: 'progress', fixed: 'progress', verified: 'good', falsePositive: 'neutral', accepted: 'neutral', duplicate: 'neutral',
}

export const State = ({ value }: { readonly value: string }) => {
  const text = useText(messages).nouns.vulnerability
  return <StatusTag tone={tones[value] ?? 'neutral'}>{valueLabel(text, 'state', value)}</StatusTag>
}

/** How urgent: words on the colour of their step. */
export const Priority = ({ value }: { readonly value: string | null }) => {
  const text = useText(messages).nouns.vulnerability
  if (value === null) return <NotAssessed />
  return <span className="vn-priority" data-step={1 + priorities.indexOf(value as never)}>{valueLabel(text, 'priority', value)}</span>
}

/** How grave: words beside as many bars as the step has. */
export const Severity = ({ value }: { readonly value: string | null }) => {
  const text = useText(messages).nouns.vulnerability
  if (value === null) return <NotAssessed />
  return (
    <span className="vn-severity" data-step={1 + severities.indexOf(value as never)}>
      <span aria-hidden="true"><i /><i /><i /><i /></span>
      {valueLabel(text, 'severity', value)}
    </span>
  )
}

export const Exploited = ({ value }: { readonly value: boolean | null }) => {
  const t = useText(messages).flaws.word
  if (value === null) return <NotAssessed />
  if (!value) return <span className="hg-muted">{t.notExploited}</span>
  return <span className="vn-exploited"><FireOutlined aria-hidden="true" /> {t.exploited}</span>
}

/** The probability of exploitation as a percentage; `long` says of what time. */
export const Epss = ({ value, long }: { readonly value: number | null; readonly long?: boolean }) => {
  const t = useText(messages).flaws.word
  const locale = useLocale()
  if (value === null) return <NotGiven />
  const share = value < 0.01 ? t.belowOne : formatPercent(value, locale)
  return <span className="hg-figure">{long === true ? fill(t.epss, { share }) : share}</span>
}
