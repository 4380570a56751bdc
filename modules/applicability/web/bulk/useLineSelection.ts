import { useCallback, useMemo, useState } from 'react'
import type { WorkingLine } from '../../contract/index.ts'

export interface LineSelection {
  /** Chosen lines among those shown that may be changed, in their order. */
  readonly lines: readonly WorkingLine[]
  readonly possible: boolean
  readonly all: boolean
  readonly has: (id: string) => boolean
  readonly toggle: (id: string) => void
  readonly toggleAll: () => void
  readonly clear: () => void
}

/** Lines chosen to be decided together. Only lines that are shown can be: nobody decides on what they have not before them. */
export const useLineSelection = (shown: readonly WorkingLine[]): LineSelection => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const open = useMemo(() => shown.filter((l) => l.allowed.includes('update')), [shown])
  const toggle = useCallback(
    (id: string) =>
      setChosen((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  const lines = open.filter((l) => chosen.has(l.id))
  const all = lines.length > 0 && lines.length === open.length
  return {
    lines,
    possible: open.length > 0,
    all,
    has: (id) => chosen.has(id),
    toggle,
    toggleAll: () => setChosen(all ? new Set() : new Set(open.map((l) => l.id))),
    clear: () => setChosen(new Set()),
  }
}
