import { fill, type Locale } from '@heng/contract'

/** Days from the first to the last, both included, by the organisation's calendar; `YYYY-MM-DD`. */
export interface Period {
  readonly from: string
  readonly to: string
}

export const spans = ['quarter', 'halfYear', 'year'] as const
export type Span = (typeof spans)[number]
const months: Readonly<Record<Span, number>> = { quarter: 3, halfYear: 6, year: 12 }

const two = (n: number): string => String(n).padStart(2, '0')
const lastOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The n-th quarter, half or whole of a year, n from 1. */
export const spanOf = (span: Span, year: number, n: number): Period => {
  const last = n * months[span]
  return { from: `${year}-${two(last - months[span] + 1)}-01`, to: `${year}-${two(last)}-${two(lastOf(year, last))}` }
}

/** The spans of a kind that have begun by a day, the latest first. */
export const recentSpans = (span: Span, today: string, count: number): Period[] => {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const each = 12 / months[span]
  const current = year * each + Math.ceil(month / months[span]) - 1
  return Array.from({ length: count }, (_, i) => spanOf(span, Math.floor((current - i) / each), ((current - i) % each) + 1))
}

const day = (text: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: locale === 'en' ? 'medium' : 'long', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`))

const ordinals = ['一', '二', '三', '四'] as const

/** What people call a period: a quarter, half or year where it is one, else its days. */
export const periodName = ({ from, to }: Period, locale: Locale): string => {
  const year = Number(from.slice(0, 4))
  for (const span of spans) {
    for (let n = 1; n <= 12 / months[span]; n += 1) {
      const other = spanOf(span, year, n)
      if (other.from !== from || other.to !== to) continue
      if (span === 'year') return locale === 'en' ? String(year) : `${year} 年`
      if (span === 'halfYear') return locale === 'en' ? `H${n} ${year}` : `${year} 年${n === 1 ? '上' : '下'}半年`
      return locale === 'en' ? `Q${n} ${year}` : `${year} 年第${ordinals[n - 1]}季度`
    }
  }
  return fill(locale === 'en' ? '{from} – {to}' : '{from}至{to}', { from: day(from, locale), to: day(to, locale) })
}
