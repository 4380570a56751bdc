import { useOrg } from '@heng/web-kit'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState, type KeyboardEvent } from 'react'
import type { emergingStates } from '../../contract/index.ts'
import { api } from '../base/api.ts'

export type Status = (typeof emergingStates)[number]
/** States as the inbox groups them: what became something stands together. */
export const shelves = { noted: ['noted'], watching: ['watching'], became: ['becameScenario', 'becameRisk'], dismissed: ['dismissed', 'duplicate'] } as const satisfies Readonly<Record<string, readonly Status[]>>
export type Shelf = keyof typeof shelves

/** Which shelf is looked at and what is open beside it, kept in the address. */
export const useInboxState = () => {
  const search = useLocation({ select: (l) => l.search as Readonly<Record<string, string | undefined>> })
  const navigate = useNavigate()
  const shelf = (Object.keys(shelves) as Shelf[]).find((s) => s === search['shelf']) ?? 'noted'
  const open = search['open']
  const change = (next: { shelf?: Shelf; open?: string | undefined }) => {
    const to = { shelf, open, ...next }
    void navigate({ to: '.', search: { shelf: to.shelf, ...(to.open === undefined ? {} : { open: to.open }) } as never, replace: true })
  }
  return { shelf, open, change }
}

export const useEmerging = (shelf: Shelf) => {
  const org = useOrg()
  const query = useInfiniteQuery({
    ...api.emergingRisk.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ org, filter: { state: [...shelves[shelf]] }, limit: 100, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })
  const pages = query.data?.pages ?? []
  return { query, rows: pages.flatMap((p) => p.items), labels: Object.assign({}, ...pages.map((p) => p.labels)) as Record<string, { text: string }>, total: pages[0]?.total ?? 0 }
}
export type Emerging = ReturnType<typeof useEmerging>['rows'][number]

export const decisions = { w: 'watch', s: 'toScenario', r: 'toRisk', m: 'merge', d: 'dismiss' } as const
export type Decision = (typeof decisions)[keyof typeof decisions]

/** Walking lines by keyboard; letters decide on the line stood on. Typing in a field or with a modifier is left alone. */
export const useWalk = (count: number, decide: (decision: Decision, at: number) => void, open: (at: number) => void) => {
  const [asked, setAt] = useState(0)
  const at = Math.min(asked, Math.max(0, count - 1))
  const move = (to: number) => setAt(Math.min(Math.max(0, to), Math.max(0, count - 1)))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('input, textarea, .ant-modal, a, button') !== null) return
    const { key } = event
    const decision = Object.entries(decisions).find(([letter]) => letter === key.toLowerCase())?.[1]
    if (key === 'ArrowDown' || key === 'j') move(at + 1)
    else if (key === 'ArrowUp' || key === 'k') move(at - 1)
    else if (key === 'Home') move(0)
    else if (key === 'End') move(count - 1)
    else if (key === 'Enter') open(at)
    else if (decision !== undefined) decide(decision, at)
    else return
    event.preventDefault()
  }
  return { at, setAt, onKeyDown }
}
