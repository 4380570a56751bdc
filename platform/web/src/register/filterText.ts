import { fill, type Field, type Label, type Locale } from '@heng/contract'
import { formatDate, formatNumber } from '../text/format.ts'
import { levelLabel, valueLabel, type AnyNounText } from '../text/nounText.ts'
import type { KitText } from '../text/text.ts'
import { majorRange, notGiven, parseRange } from './range.ts'

export interface FilterWords {
  readonly text: AnyNounText
  readonly t: KitText
  readonly locale: Locale
  readonly labels: Readonly<Record<string, Label>>
  /** In which amounts of money are shown; filters compare minor units, whatever the currency. */
  readonly currency: string
}

const rangeText = (value: string, { t, locale }: FilterWords, dates: boolean): string => {
  const range = parseRange(value)
  if (range === undefined) return value
  const show = (end: string) => (dates ? formatDate(end, locale) : Number.isFinite(Number(end)) ? formatNumber(Number(end), locale) : end)
  if (range.from === undefined) return fill(t.register.upTo, { value: show(range.to!) })
  if (range.to === undefined) return fill(t.register.atLeast, { value: show(range.from) })
  return range.from === range.to ? show(range.from) : `${show(range.from)} – ${show(range.to)}`
}

/** Words for one value of a filter, as its chip shows them. */
export const filterValueText = (name: string, field: Field | undefined, value: string, words: FilterWords): string => {
  const { t, text, labels } = words
  if (value === notGiven) return field?.kind === 'level' ? t.values.notAssessed : t.values.notGiven
  switch (field?.kind) {
    case 'money':
      return rangeText(majorRange(value, words.currency), words, false)
    case 'enum':
    case 'tags':
      return valueLabel(text, name, value)
    case 'level':
      return /^\d+$/.test(value) ? `${value} ${levelLabel(text, t, name, Number(value), field.max)}`.trim() : rangeText(value, words, false)
    case 'boolean':
      return value === 'true' ? t.values.yes : value === 'false' ? t.values.no : value
    case 'integer':
    case 'number':
      return rangeText(value, words, false)
    case 'date':
    case 'timestamp':
      return rangeText(value, words, true)
    case 'person':
    case 'unit':
    case 'record':
    case 'records':
      return labels[value]?.text ?? '…'
    default:
      return `“${value}”`
  }
}
