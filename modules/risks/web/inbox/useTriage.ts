import { useEffect, useRef, useState, type KeyboardEvent } from 'react'

export type Decision = 'confirm' | 'dismiss' | 'merge'

export interface Triage {
  /** The line that the keyboard stands on. */
  readonly at: number
  readonly selected: ReadonlySet<string>
  readonly setAt: (at: number) => void
  readonly toggle: (id: string) => void
  readonly selectAll: () => void
  readonly clear: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  /** Ids to decide on: the selected ones, else the line stood on. */
  readonly chosen: () => string[]
}

const decisions: Readonly<Record<string, Decision>> = { c: 'confirm', d: 'dismiss', m: 'merge' }

/** Walking and selecting lines by keyboard; letters decide. Typing in a field or with a modifier is left alone. */
export const useTriage = (ids: readonly string[], decide: (decision: Decision, ids: string[]) => void): Triage => {
  const [at, setAt] = useState(0)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const place = useRef(at)
  place.current = Math.min(at, Math.max(0, ids.length - 1))
  useEffect(() => {
    // Decided lines leave the list; what was selected among them must not linger.
    setSelected((before) => {
      const still = new Set([...before].filter((id) => ids.includes(id)))
      return still.size === before.size ? before : still
    })
  }, [ids])
  const toggle = (id: string) =>
    setSelected((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  const chosen = (): string[] => (selected.size > 0 ? ids.filter((id) => selected.has(id)) : ids.slice(place.current, place.current + 1))
  const move = (to: number) => setAt(Math.min(Math.max(0, to), ids.length - 1))
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('input[type=text], textarea, .ant-modal') !== null) return
    const { key } = event
    const decision = decisions[key.toLowerCase()]
    if (key === 'ArrowDown' || key === 'j') move(place.current + 1)
    else if (key === 'ArrowUp' || key === 'k') move(place.current - 1)
    else if (key === 'Home') move(0)
    else if (key === 'End') move(ids.length - 1)
    else if (key === ' ' || key === 'x') {
      const id = ids[place.current]
      if (id !== undefined) toggle(id)
    } else if (decision !== undefined) {
      const those = chosen()
      if (those.length > 0) decide(decision, those)
    } else return
    event.preventDefault()
  }
  return { at: place.current, selected, setAt, toggle, selectAll: () => setSelected(new Set(ids)), clear: () => setSelected(new Set()), onKeyDown, chosen }
}
