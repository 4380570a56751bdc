import { openStates } from '../../contract/index.ts'

export type Filter = Readonly<Record<string, readonly string[]>>
export const quickNames = ['all', 'open', 'overdue', 'mine', 'exploited', 'falsePositive', 'verified'] as const
export type QuickName = (typeof quickNames)[number]

const open = [...openStates]

/** What each quick filter asks the register for; who is nobody of the organisation has nothing of their own. */
export const quickFilters = (me: string | null): Readonly<Partial<Record<QuickName, Filter>>> => ({
  all: {},
  open: { state: open },
  overdue: { overdue: ['true'] },
  ...(me === null ? {} : { mine: { assignee: [me], state: open } }),
  exploited: { exploited: ['true'], state: open },
  falsePositive: { state: ['falsePositive'] },
  verified: { state: ['verified'] },
})

/** Whether two filters ask for the same, in whatever order. */
export const sameFilter = (a: Filter, b: Filter): boolean => {
  const told = (filter: Filter) => JSON.stringify(Object.entries(filter).map(([name, values]) => [name, [...values].toSorted()] as const).toSorted(([x], [y]) => (x < y ? -1 : 1)))
  return told(a) === told(b)
}
