import { useOrg, type Api } from '@heng/web-kit'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { assets } from '../../contract/index.ts'
import { api } from '../api.ts'

type Scans = Api<typeof assets>['scan']
export type ScanDetails = Awaited<ReturnType<Scans['details']['call']>>
type HostPage = Awaited<ReturnType<Scans['hosts']['call']>>
export type ScanHost = HostPage['items'][number]
export type ScanLabels = HostPage['labels']
export type VerdictKind = ScanHost['verdict']
export type Decision = ScanHost['decision']

export const isRunning = (details: ScanDetails | undefined): boolean => details?.job?.state === 'waiting' || details?.job?.state === 'running'

/** The scan and its figures; asks again every second while it is being written. */
export const useScan = (id: string) => {
  const org = useOrg()
  const details = useQuery({
    ...api.scan.details.queryOptions({ input: { org, id } }),
    refetchInterval: ({ state }) => (isRunning(state.data) ? 1_000 : false),
  })
  const scan = useQuery(api.scan.get.queryOptions({ input: { org, id } }))
  return { details, scan }
}

/** Hosts of one verdict, a hundred at a time. */
export const useHosts = (id: string, verdict: VerdictKind, changing: boolean) => {
  const org = useOrg()
  const query = useInfiniteQuery(
    api.scan.hosts.infiniteOptions({
      input: (after: number) => ({ org, id, verdict, after, limit: 100, ...(changing ? { changing: 'true' } : {}) }),
      initialPageParam: 0,
      getNextPageParam: ({ next }) => next ?? undefined,
    }),
  )
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data])
  const labels = useMemo(() => Object.assign({}, ...(query.data?.pages.map((page) => page.labels) ?? [])) as ScanLabels, [query.data])
  return { items, labels, query }
}
