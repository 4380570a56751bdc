import { useOrg } from '@heng/web-kit'
import { useQuery } from '@tanstack/react-query'
import { api } from './api.ts'

/** How much waits for the reader and how many notices are unread; asked again every minute while the page is seen. */
export const useCounts = () => {
  const org = useOrg()
  return useQuery(api.work.counts.queryOptions({ input: { org }, refetchInterval: 60_000, staleTime: 30_000 })).data
}
