import { listInput, useOrg, writeListState, type ListState, type Search } from '@heng/web-kit'
import type { AnyNoun } from '@heng/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import type { ViewRow } from '../../contract/index.ts'
import { api } from '../api.ts'
import { isSameColumns, isSameQuery } from './sameView.ts'

/** Views of a register; the one in use stands in the address as `view`. */
export const useViews = (noun: AnyNoun, state: ListState, columns: readonly string[], chooseColumns: (names: readonly string[] | undefined) => void) => {
  const org = useOrg()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const search = useSearch({ strict: false }) as Search
  const query = useQuery(api.view.list.queryOptions({ input: { org, page: noun.name }, staleTime: 60_000 }))
  const views = query.data?.items ?? []
  const active = views.find((view) => view.id === search['view'])

  const apply = (view: ViewRow | null, options: { readonly replace?: boolean } = {}) => {
    if (view?.columns != null) chooseColumns(view.columns)
    void navigate({ to: '.', search: ((before: Search) => addressOf(before, view)) as never, replace: options.replace ?? false, resetScroll: false })
  }
  // A register entered without any filter starts with the reader's own view.
  const start = useEffectEvent(() => {
    const first = views.find((view) => view.isDefault)
    if (first !== undefined && Object.keys(search).length === 0) apply(first, { replace: true })
  })
  const loaded = query.data !== undefined
  useEffect(() => {
    if (loaded) start()
  }, [loaded, noun.name])

  return {
    views,
    active,
    changed: active !== undefined && !(isSameQuery(active.query, listInput(state)) && isSameColumns(active.columns, columns)),
    mayShare: query.data?.mayShare ?? false,
    apply,
    refresh: () => queries.invalidateQueries({ queryKey: api.view.list.key() }),
  }
}

const addressOf = (before: Search, view: ViewRow | null): Record<string, string | readonly string[]> => {
  const { view: _old, ...others } = writeListState(before, { q: '', filter: {}, sort: undefined, archived: 'active', open: undefined })
  if (view === null) return others
  const { q = '', filter = {}, sort, archived = 'active' } = view.query
  const lists = Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, [value].flat()]))
  return { ...writeListState(others, { q, filter: lists, sort, archived, open: undefined }), view: view.id }
}
