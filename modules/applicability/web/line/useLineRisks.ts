import { useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

/** Every risk behind a line by name; undefined until they are here. */
export const useLineRisks = (soa: string, line: string) => {
  const org = useOrg()
  const { data, error } = useQuery(api.soa.lineRisks.queryOptions({ input: { org, id: soa, line } }))
  return { linked: data?.linked, suggested: data?.suggested, error }
}
