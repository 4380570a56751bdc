import type { Label } from '@heng/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { NounKit } from '../app/nounKit.ts'
import type { AnyPage, AnyRow } from '../client/registerApi.ts'
import { useOrg } from '../client/session.ts'
import { listInput, type ListState } from './urlState.ts'

const pageSize = 100

export interface Rows {
  readonly rows: readonly AnyRow[]
  readonly labels: Readonly<Record<string, Label>>
  readonly total: number
  readonly totalCapped: boolean
  /** Of the past: records whose content was erased since. */
  readonly erased: number
  readonly loading: boolean
  /** The rows shown belong to an earlier question; the answer to the current one is under way. */
  readonly stale: boolean
  readonly error: Error | null
  readonly hasMore: boolean
  readonly loadingMore: boolean
  readonly more: () => void
  readonly retry: () => void
}

/** Pages of a register as one list of rows, loaded on as the reader scrolls. */
export const useRows = (kit: NounKit, state: ListState): Rows => {
  const org = useOrg()
  const input = listInput(state)
  const query = useInfiniteQuery(
    kit.api.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ org, ...input, limit: pageSize, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.next ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const pages = query.data?.pages as readonly AnyPage[] | undefined
  const rows = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages])
  const labels = useMemo(() => Object.assign({}, ...(pages ?? []).map((page) => page.labels)) as Record<string, Label>, [pages])
  return {
    rows,
    labels,
    total: pages?.[0]?.total ?? 0,
    totalCapped: pages?.[0]?.totalCapped ?? false,
    erased: pages?.[0]?.erased ?? 0,
    loading: query.isPending,
    stale: query.isPlaceholderData,
    error: query.error,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    more: () => {
      if (query.hasNextPage && !query.isFetchingNextPage && !query.isFetchNextPageError) void query.fetchNextPage()
    },
    retry: () => void (query.isFetchNextPageError ? query.fetchNextPage() : query.refetch()),
  }
}
