import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { stringifySearch, type Search } from '../app/search.ts'
import { readListState, writeListState, type ListState } from './urlState.ts'

/**
 * The register's state from the address, the means to change it (`replace` leaves no step for “back”), and the address
 * that opens a record beside the list as it stands.
 */
export const useListState = () => {
  const search = useSearch({ strict: false }) as Search
  const navigate = useNavigate()
  const state = useMemo(() => readListState(search), [search])
  const change = useCallback(
    (patch: Partial<ListState>, options: { readonly replace?: boolean } = {}) =>
      void navigate({
        to: '.',
        search: ((before: Search) => writeListState(before, { ...readListState(before), ...patch })) as never,
        replace: options.replace ?? false,
        resetScroll: false,
      }),
    [navigate],
  )
  const path = useLocation({ select: (location) => location.pathname })
  const hrefOf = useCallback((id: string) => path + stringifySearch(writeListState(search, { ...state, open: id })), [path, search, state])
  return [state, change, hrefOf] as const
}

export type ChangeState = ReturnType<typeof useListState>[1]
