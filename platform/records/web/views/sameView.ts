import type { ViewRow } from '../../contract/index.ts'

type Query = ViewRow['query']

/** A query in one form: members in order, single values as lists, nothing empty. */
const plain = ({ q, filter = {}, sort, archived }: Query): string =>
  JSON.stringify([q ?? '', Object.entries(filter).map(([key, value]) => [key, [value].flat()]).toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1)), sort ?? '', archived ?? 'active'])

/** Whether the list stands as the view says. */
export const isSameQuery = (a: Query, b: Query): boolean => plain(a) === plain(b)

export const isSameColumns = (view: readonly string[] | null, shown: readonly string[]): boolean =>
  view === null || (view.length === shown.length && view.every((name) => shown.includes(name)))
