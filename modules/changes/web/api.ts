import { apiFor, useOrg } from '@heng/web-kit'
import { operations } from '@heng/operations/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { changes } from '../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(changes).changeSet
export const jobs = apiFor(operations).job

/** Makes everything of change sets load again, and, after one was applied, everything else. */
export const useRefresh = (): ((all?: boolean) => Promise<void>) => {
  const queries = useQueryClient()
  return async (all = false) => {
    await (all ? queries.invalidateQueries() : queries.invalidateQueries({ queryKey: [['changeSet']] }))
  }
}

/** Registers whose records may be edited in change sets. */
export const useTargets = () => {
  const org = useOrg()
  return useQuery(api.targets.queryOptions({ input: { org }, staleTime: 300_000 })).data?.nouns ?? []
}
