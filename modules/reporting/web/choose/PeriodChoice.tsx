import { DateInput, useLocale, useText } from '@heng/web-kit'
import { Segmented, Select } from 'antd'
import { periodName, recentSpans, spans } from '../../contract/index.ts'
import { messages } from '../../locales/index.ts'
import type { Chosen } from '../request.ts'

/** So many quarters, halves or years are offered. */
const offered = 8

interface Props {
  readonly chosen: Chosen
  readonly today: string
  readonly change: (next: Partial<Chosen>) => void
}

/** A quarter, half or year by its name, or two days. */
export const PeriodChoice = ({ chosen, today, change }: Props) => {
  const t = useText(messages).page
  const locale = useLocale()
  const { span, from, to } = chosen
  const choices = span === 'free' ? [] : recentSpans(span, today, offered)
  const value = `${from}/${to}`
  return (
    <div className="rp-field">
      <span className="hg-label">{t.period}</span>
      <div className="rp-period">
        <Segmented
          aria-label={t.span} value={span} options={[...spans, 'free' as const].map((one) => ({ value: one, label: t.spans[one] }))}
          onChange={(next) => change({ span: next, ...(next === 'free' ? {} : recentSpans(next, today, 1)[0]!) })}
        />
        {span === 'free' ? (
          <>
            <DateInput aria-label={t.from} value={from} onChange={(day) => day !== null && change({ from: day })} />
            <DateInput aria-label={t.to} value={to} onChange={(day) => day !== null && change({ to: day })} />
          </>
        ) : (
          <Select
            aria-label={t.period} className="rp-select" value={value} options={choices.map((one) => ({ value: `${one.from}/${one.to}`, label: periodName(one, locale) }))}
            onChange={(next: string) => {
              const [first = from, last = to] = next.split('/')
              change({ from: first, to: last })
            }}
          />
        )}
      </div>
    </div>
  )
}
