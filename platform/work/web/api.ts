import { apiFor } from '@heng/web-kit'
import { useQueryClient } from '@tanstack/react-query'
import { records } from '@heng/records/contract'
import { work } from '../contract/index.ts'

/** Typed calls and queries of this room, and those for evidence. */
export const api = apiFor(work)
export const recordsApi = apiFor(records)

/** Makes everything about work and notices load again: inbox, counts, records. */
export const useRefreshWork = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all([['work'], ['notice'], ['workItem']].map((key) => queries.invalidateQueries({ queryKey: [key] })))
  }
}
