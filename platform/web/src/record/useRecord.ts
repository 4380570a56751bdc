import { skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import type { NounKit } from '../app/nounKit.ts'
import type { AnyRecord } from '../client/registerApi.ts'
import { useOrg } from '../client/session.ts'

/** One record with the names of all it refers to. */
export const useRecord = (kit: NounKit, id: string | undefined) => {
  const org = useOrg()
  const query = useQuery(kit.api.get.queryOptions({ input: id === undefined ? skipToken : { org, id } }))
  return { ...query, data: query.data as AnyRecord | undefined }
}

/** Makes everything of a noun load again: lists, records and the choices of selects. */
export const useRefreshNoun = (kit: NounKit): (() => Promise<void>) => {
  const queries = useQueryClient()
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: [[kit.noun.name]] }),
      queries.invalidateQueries({ queryKey: [kit.noun.name, 'options'] }),
    ])
  }
}
