import type { Label } from '@heng/contract'
import { useOrg } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { api } from './api.ts'

export type View = 'toDecide' | 'requested' | 'decided' | 'all'

/** Approvals of a view, or of a record, as one list. */
export const useApprovals = (which: { readonly view: View } | { readonly noun: string; readonly recordId: string }) => {
  const org = useOrg()
  const query = useInfiniteQuery(api.approval.list.infiniteOptions({
    input: (cursor: string | undefined) => ({ org, limit: 50, ...which, ...(cursor === undefined ? {} : { cursor }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
    refetchInterval: 60_000,
  }))
  const pages = query.data?.pages ?? []
  return {
    items: pages.flatMap((page) => page.items),
    labels: Object.assign({}, ...pages.map((page) => page.labels)) as Record<string, Label>,
    query,
  }
}
