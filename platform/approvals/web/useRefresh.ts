import { useQueryClient } from '@tanstack/react-query'
import { api } from './api.ts'

/** After a decision everything that shows approvals or the record itself loads again: rooms change their records on it. */
export const useRefresh = (subject: string): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: api.approval.key() }),
      queries.invalidateQueries({ queryKey: [[subject]] }),
    ])
  }
}
