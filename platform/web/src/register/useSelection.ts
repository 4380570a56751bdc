import { useState } from 'react'
import type { AnyRow } from '../client/registerApi.ts'

export interface Selection {
  readonly rows: readonly AnyRow[]
  readonly some: boolean
  /** Every loaded row is selected. */
  readonly all: boolean
  readonly has: (id: string) => boolean
  readonly toggle: (row: AnyRow) => void
  readonly toggleAll: () => void
  readonly clear: () => void
}

/** Rows chosen for a bulk action. Only loaded rows can be chosen: nobody changes what they have not had before them. */
export const useSelection = (loaded: readonly AnyRow[]): Selection => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const rows = loaded.filter(({ id }) => chosen.has(id))
  const all = rows.length > 0 && rows.length === loaded.length
  return {
    rows,
    some: rows.length > 0,
    all,
    has: (id) => chosen.has(id),
    toggle: ({ id }) => {
      const next = new Set(chosen)
      if (!next.delete(id)) next.add(id)
      setChosen(next)
    },
    toggleAll: () => setChosen(all ? new Set() : new Set(loaded.map(({ id }) => id))),
    clear: () => setChosen(new Set()),
  }
}
