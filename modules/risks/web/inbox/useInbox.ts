import { useOrg } from '@heng/web-kit'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { api } from '../base/api.ts'

export const bys = ['threat', 'asset', 'vulnerability', 'unit'] as const
export type By = (typeof bys)[number]
export const statuses = ['proposed', 'confirmed', 'merged', 'dismissed'] as const
export type Status = (typeof statuses)[number]

export interface InboxState {
  readonly by: By
  readonly status: Status
  /** The group looked at; undefined takes the largest, `-` is "not given". */
  readonly key: string | undefined
}

/** What the inbox shows, kept in the address. */
export const useInboxState = (): [InboxState, (next: Partial<InboxState>) => void] => {
  const search = useLocation({ select: (l) => l.search as Readonly<Record<string, string | undefined>> })
  const navigate = useNavigate()
  const state: InboxState = {
    by: bys.find((b) => b === search['by']) ?? 'threat', status: statuses.find((s) => s === search['status']) ?? 'proposed', key: search['group'],
  }
  const change = (next: Partial<InboxState>) => {
    const { by, status, key } = { ...state, ...next }
    void navigate({ to: '.', search: { by, status, ...(key === undefined ? {} : { group: key }) } as never, replace: true })
  }
  return [state, change]
}

export const useGroups = ({ by, status }: InboxState) => {
  const org = useOrg()
  return useQuery(api.riskScenario.groups.queryOptions({ input: { org, by, status } }))
}

/** The scenarios of a group, two hundred at a time. */
export const useScenarios = ({ by, status }: InboxState, key: string | undefined) => {
  const org = useOrg()
  const query = useInfiniteQuery({
    ...api.riskScenario.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ org, filter: { status, ...(key === undefined ? {} : { [by]: key }) }, sort: 'title', limit: 200, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
    enabled: key !== undefined,
    placeholderData: keepPreviousData,
  })
  const pages = query.data?.pages ?? []
  return { query, rows: pages.flatMap((p) => p.items), labels: Object.assign({}, ...pages.map((p) => p.labels)) as Record<string, { text: string; reference: string | null }>, total: pages[0]?.total ?? 0 }
}
export type Scenario = ReturnType<typeof useScenarios>['rows'][number]
