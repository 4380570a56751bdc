import { apiFor, useOrg } from '@heng/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { AnsweredOf } from '@heng/contract'
import { imports } from '../contract/index.ts'

/** Typed calls and queries of this room. */
export const api = apiFor(imports).import

export type Details = AnsweredOf<typeof imports.import.details>
export type Session = AnsweredOf<typeof imports.import.get>
export type RowPage = AnsweredOf<typeof imports.import.rows>

export const isRunning = (details: Details | undefined): boolean => details?.job?.state === 'waiting' || details?.job?.state === 'running'

/** What can be imported and exported here, and how much at once; changes only with roles. */
export const useTargets = () => {
  const org = useOrg()
  const { data } = useQuery(api.targets.queryOptions({ input: { org }, staleTime: 300_000 }))
  return { imports: new Set(data?.nouns ?? []), exports: new Set(data?.exports ?? []), limits: data?.limits, loaded: data !== undefined }
}

/** A session and its figures; asks again twice a second while a step runs. */
export const useImport = (id: string) => {
  const org = useOrg()
  const details = useQuery({
    ...api.details.queryOptions({ input: { org, id } }),
    refetchInterval: ({ state }) => (isRunning(state.data as Details | undefined) ? 500 : false),
  })
  const session = useQuery(api.get.queryOptions({ input: { org, id } }))
  return { details, session }
}

/** Makes what belongs to imports load again. */
export const useRefreshImports = (): (() => Promise<void>) => {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: [['import']] })
}
