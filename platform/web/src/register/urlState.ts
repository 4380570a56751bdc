import type { ListQuery } from '@heng/contract'
import type { Search } from '../app/search.ts'

export type Archived = 'active' | 'archived' | 'all'

/** What a register shows, all of it in the address: search, filters, order, archived or not, open record. */
export interface ListState {
  readonly q: string
  /** Values of each filtered field, in the grammar of the contract's `listQuery`. */
  readonly filter: Readonly<Record<string, readonly string[]>>
  readonly sort: string | undefined
  readonly archived: Archived
  /** Id of the record in the drawer, or `new`. */
  readonly open: string | undefined
}

const filterKey = /^filter\[([A-Za-z][A-Za-z0-9]{0,59})\](?:\[\d*\])?$/
const first = (value: string | readonly string[] | undefined): string | undefined => (typeof value === 'string' ? value : value?.[0])

/** Reads the state from an address. What does not belong to a register is left alone. */
export const readListState = (search: Search): ListState => {
  const filter: Record<string, string[]> = {}
  for (const [key, value] of Object.entries(search)) {
    const name = filterKey.exec(key)?.[1]
    if (name === undefined) continue
    const values = (typeof value === 'string' ? [value] : value).filter((one) => one !== '')
    if (values.length > 0) filter[name] = [...(filter[name] ?? []), ...values]
  }
  const archived = first(search['archived'])
  return {
    q: first(search['q']) ?? '',
    filter,
    sort: first(search['sort']),
    archived: archived === 'archived' || archived === 'all' ? archived : 'active',
    open: first(search['open']) || undefined,
  }
}

const own = new Set(['q', 'sort', 'archived', 'open'])

/** Writes the state into an address, keeping the keys of others (a saved view, a tab). */
export const writeListState = (search: Search, state: ListState): Record<string, string | readonly string[]> => {
  const next: Record<string, string | readonly string[]> = {}
  for (const [key, value] of Object.entries(search)) if (!own.has(key) && !filterKey.test(key)) next[key] = value
  if (state.q !== '') next['q'] = state.q
  for (const [name, values] of Object.entries(state.filter)) if (values.length > 0) next[`filter[${name}]`] = values.length === 1 ? values[0]! : values
  if (state.sort !== undefined) next['sort'] = state.sort
  if (state.archived !== 'active') next['archived'] = state.archived
  if (state.open !== undefined) next['open'] = state.open
  return next
}

/** The state as the query of the list operation, without the open record. */
export const listInput = (state: ListState): Omit<ListQuery, 'cursor' | 'limit'> => {
  const filter = Object.fromEntries(Object.entries(state.filter).map(([name, values]) => [name, values.length === 1 ? values[0]! : [...values]]))
  return {
    ...(state.q.trim() === '' ? {} : { q: state.q.trim() }),
    ...(Object.keys(filter).length === 0 ? {} : { filter }),
    ...(state.sort === undefined ? {} : { sort: state.sort }),
    ...(state.archived === 'active' ? {} : { archived: state.archived }),
  }
}

/** Order of a column: ascending, then descending, then the register's own order again. */
export const nextSort = (sort: string | undefined, field: string): string | undefined =>
  sort === field ? `-${field}` : sort === `-${field}` ? undefined : field
