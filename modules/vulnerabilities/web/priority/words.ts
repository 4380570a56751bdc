import { fill } from '@heng/contract'
import { useLocale, useText } from '@heng/web-kit'
import { messages } from '../../locales/index.ts'

/** Texts of these pages. */
export const useWords = () => useText(messages).priority

/** A text that stands in the data itself in both languages. */
export const useSaid = (): ((text: { readonly en: string; readonly 'zh-CN': string }) => string) => {
  const locale = useLocale()
  return (text) => text[locale]
}

/** How soon, in words. */
export const useDays = (): ((days: number | null) => string) => {
  const t = useWords().policy
  return (days) => (days === null ? t.noDay : days === 0 ? t.atOnce : days === 1 ? t.withinDay : fill(t.withinDays, { days }))
}
