import type { Locale } from '@heng/contract'
import { recentSpans, spans, type Period, type ReportKind, type Span } from '../contract/index.ts'

/** What the page is set to; all of it stands in the address. */
export interface Chosen extends Period {
  readonly kind: ReportKind
  readonly span: Span | 'free'
  readonly language: Locale
}

type Search = Readonly<Record<string, string | undefined>>
const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)

/** The choice that an address holds; what it does not say is the first kind that one may have, the quarter that runs, and the reader's language. */
export const chosenFrom = (search: Search, kinds: readonly ReportKind[], today: string, locale: Locale): Chosen => {
  const span = [...spans, 'free' as const].find((one) => one === search['span']) ?? 'quarter'
  const current = recentSpans(span === 'free' ? 'quarter' : span, today, 1)[0]!
  const given = isDay(search['from']) && isDay(search['to']) ? { from: search['from'], to: search['to'] } : current
  return {
    kind: kinds.find((one) => one === search['kind']) ?? kinds[0] ?? 'board', span, ...given,
    language: search['language'] === 'en' || search['language'] === 'zh-CN' ? search['language'] : locale,
  }
}
