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

const none: ReadonlySet<string> = new Set()

/** Lines chosen to be decided together. Only lines that are shown can be: nobody decides on what they have not before them. */
export const useLineSelection = (shown: readonly WorkingLine[], first: ((line: WorkingLine) => boolean) | null): LineSelection => {
  // Null until somebody chooses: then those that one came for are chosen.
  const [own, setOwn] = useState<ReadonlySet<string> | null>(null)
  const initial = useMemo(() => (first === null ? none : new Set(shown.filter(first).map((l) => l.id))), [first, shown])
  const chosen = own ?? initial
  const open = useMemo(() => shown.filter((l) => l.allowed.includes('update')), [shown])
  const toggle = useCallback(
    (id: string) =>
      setOwn((before) => {
        const next = new Set(before ?? initial)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [initial],
  )
  const lines = open.filter((l) => chosen.has(l.id))
  const all = lines.length > 0 && lines.length === open.length
  return {
    lines,
    possible: open.length > 0,
    all,
    has: (id) => chosen.has(id),
    toggle,
    toggleAll: () => setOwn(all ? new Set() : new Set(open.map((l) => l.id))),
    clear: () => setOwn(new Set()),
  }
}
