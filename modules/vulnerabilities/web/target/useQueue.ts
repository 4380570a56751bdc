import { useOrg } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { api } from '../api.ts'

/** Targets that nobody recognises, a hundred at a time, and which of them are selected. */
export const useQueue = () => {
  const org = useOrg()
  const query = useInfiniteQuery(
    api.target.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ org, filter: { state: 'unmatched' }, limit: 100, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [pointed, point] = useState<string>()
  // What has been decided on has left the list; whoever stood there stands on what follows.
  const current = rows.find(({ id }) => id === pointed) ?? rows[0]
  const selected = rows.filter(({ id }) => chosen.has(id))
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]))
  return { query, rows, total: query.data?.pages[0]?.total ?? 0, current, point, selected, toggle, choose: (ids: readonly string[]) => setChosen(new Set(ids)) }
}
export type QueueRow = ReturnType<typeof useQueue>['rows'][number]
