import { apiFor } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { applicability } from '../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(applicability)

/** Makes statements and their lines load again. */
export const useRefreshSoa = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(['soa', 'soaLine', 'approval'].map((part) => queries.invalidateQueries({ queryKey: [[part]] })))
  }
}
