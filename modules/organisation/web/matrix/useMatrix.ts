import type { Label } from '@heng/contract'
import { useNotify, useOrg } from '@heng/web-kit'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Assignment, Letter } from '../../contract/index.ts'
import { api } from '../api.ts'
import { columnsOf, labelOf, useRoleNames, type Column } from './columns.ts'

export interface MatrixRow {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly clause: string | null
  readonly description: string | null
  readonly assignments: readonly Assignment[] | null
  readonly problems: readonly ('noAccountable' | 'noResponsible' | 'unknownPerson')[]
}

/** The matrix with its columns, and the one change that the grid makes: setting a cell. */
export const useMatrix = () => {
  const org = useOrg()
  const notify = useNotify()
  const queries = useQueryClient()
  const roleNames = useRoleNames()
  const [added, setAdded] = useState<readonly string[]>([])
  const [met, setMet] = useState<Readonly<Record<string, Label>>>({})
  /** Letters on their way to the server, by `row holder`. */
  const [pending, setPending] = useState<Readonly<Record<string, Letter | null>>>({})
  const options = api.responsibility.matrix.queryOptions({ input: { org } })
  const query = useQuery(options)
  const rows: readonly MatrixRow[] = useMemo(() => query.data?.activities ?? [], [query.data])
  const labels = useMemo(() => ({ ...met, ...query.data?.labels }), [met, query.data])
  const columns: readonly Column[] = useMemo(
    () => columnsOf(rows.map((row) => row.assignments ?? []), added).map((holder) => ({ holder, label: labelOf(holder, roleNames, labels) })),
    [rows, added, roleNames, labels],
  )
  const letterOf = (row: MatrixRow, holder: string): Letter | null => {
    const key = `${row.id} ${holder}`
    return key in pending ? pending[key]! : (row.assignments?.find((one) => one.holder === holder)?.letter ?? null)
  }
  const set = async (row: MatrixRow, holder: string, letter: Letter | null): Promise<void> => {
    const key = `${row.id} ${holder}`
    setPending((before) => ({ ...before, [key]: letter }))
    try {
      const changed = await api.responsibility.assign.call({ org, id: row.id, holder, letter })
      queries.setQueryData(options.queryKey, (before) => before && { ...before, activities: before.activities.map((one) => (one.id === changed.id ? changed : one)) })
    } catch (error) {
      notify.error(error)
      await query.refetch()
    } finally {
      setPending(({ [key]: _, ...rest }) => rest)
    }
  }
  const addColumn = (holder: string, label?: Label) => {
    setAdded((before) => [...new Set([...before, holder])])
    if (label !== undefined) setMet((before) => ({ ...before, [holder.slice(7)]: label }))
  }
  return { query, rows, columns, mayWrite: query.data?.mayWrite === true, letterOf, set, addColumn }
}
export type Matrix = ReturnType<typeof useMatrix>
