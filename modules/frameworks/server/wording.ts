import type { Locale } from '@heng/contract'

/** The text in this language, or the one there is. */
export const pick = (locale: Locale, en: unknown, zh: unknown): string | null =>
  ((locale === 'en' ? (en ?? zh) : (zh ?? en)) as string | null | undefined) ?? null

/** Both names as one line, for the search of people who know only one of them. */
export const bothNames = (en: string | null, zh: string | null): string => [...new Set([zh, en].filter((t) => t !== null))].join(' · ')
