import { callApi } from '../client/request.ts'

interface Days {
  readonly first: string | null
  readonly now: string
  readonly days: readonly string[]
}

/** Days on which anything changed in the organisation; asked anew after a while, as today goes on. */
export const daysOptions = (org: string) => ({
  queryKey: ['past', 'days', org] as const,
  queryFn: () => callApi<Days>(`/orgs/${encodeURIComponent(org)}/past/days`),
  staleTime: 60_000,
})
