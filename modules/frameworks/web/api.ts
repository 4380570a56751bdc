import { apiFor, useLocale } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { frameworks } from '../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(frameworks)

/** Makes everything of this room load again. */
export const useRefreshFrameworks = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(['framework', 'requirement', 'mapping'].map((part) => queries.invalidateQueries({ queryKey: [[part]] })))
  }
}

/** The text of a pair in the reader's language, or the one there is. */
export const useWording = (): ((en: string | null | undefined, zh: string | null | undefined) => string | null) => {
  const locale = useLocale()
  return (en, zh) => (locale === 'en' ? (en ?? zh) : (zh ?? en)) ?? null
}
