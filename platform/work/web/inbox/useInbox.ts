import { useOrg } from '@heng/web-kit'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { workStates, type WorkRow, type WorkState } from '../../contract/index.ts'
import { api } from '../api.ts'

export type View = 'mine' | 'team'

/** What the address says about the inbox. */
export interface InboxState {
  readonly view: View
  readonly state: WorkState
  readonly kind: string | undefined
  readonly q: string
  /** Id of the work whose details are open. */
  readonly open: string | undefined
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export const readInbox = (search: Readonly<Record<string, unknown>>): InboxState => ({
  view: search['view'] === 'team' ? 'team' : 'mine',
  state: workStates.find((state) => state === search['state']) ?? 'open',
  kind: text(search['kind']) || undefined,
  q: text(search['q']),
  open: text(search['open']) || undefined,
})

const written = ({ view, state, kind, q, open }: InboxState): Record<string, string | undefined> => ({
  view: view === 'mine' ? undefined : view, state: state === 'open' ? undefined : state, kind, q: q === '' ? undefined : q, open,
})

/** The inbox as the address says it, and the means to change it. */
export const useInboxState = () => {
  const state = readInbox(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = useCallback(
    (patch: Partial<InboxState>, replace = false) =>
      void navigate({ to: '.', search: ((before: Record<string, unknown>) => ({ ...before, ...written({ ...readInbox(before), ...patch }) })) as never, replace, resetScroll: false }),
    [navigate],
  )
  return [state, change] as const
}

/** The work that the address asks for, page by page. */
export const useInbox = ({ view, state, kind, q }: InboxState) => {
  const org = useOrg()
  const input = { org, view, state, limit: 100, ...(kind === undefined ? {} : { kind }), ...(q === '' ? {} : { q }) }
  const query = useInfiniteQuery(
    api.work.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...input, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
      placeholderData: (before) => before,
    }),
  )
  const pages = query.data?.pages ?? []
  return {
    query,
    rows: pages.flatMap((page): readonly WorkRow[] => page.items),
    labels: Object.assign({}, ...pages.map((page) => page.labels)) as (typeof pages)[number]['labels'],
    total: pages[0]?.total ?? 0,
    totalCapped: pages[0]?.totalCapped ?? false,
  }
}
