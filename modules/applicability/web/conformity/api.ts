import { frameworks } from '@heng/frameworks/contract'
import { apiFor } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'

export const frameworksApi = apiFor(frameworks)

/** Makes statuses, conclusions and what shows them load again. */
export const useRefreshConformity = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all(['compliance', 'conclusion', 'trace'].map((part) => queries.invalidateQueries({ queryKey: [[part]] })))
  }
}
