import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { WorkingLine } from '../../contract/index.ts'
import type { SaveLine } from '../useLines.ts'
import { reasonKeys, toggled } from './Reasons.tsx'

export type TextField = 'justification' | 'reasonText' | 'description' | 'document'
type Reason = WorkingLine['reasons'][number]

export interface RowActions {
  activate: (line: WorkingLine) => void
  open: (line: WorkingLine) => void
  select: (line: WorkingLine) => void
  decide: (line: WorkingLine, applicable: WorkingLine['applicable']) => void
  toggle: (line: WorkingLine, reason: Reason) => void
  edit: (line: WorkingLine, field: TextField) => void
  saveText: (line: WorkingLine, field: TextField, value: string | null) => void
  stop: (line: WorkingLine) => void
  key: (event: KeyboardEvent<HTMLTableRowElement>, line: WorkingLine) => void
}

const textKeys: Readonly<Record<string, TextField>> = { j: 'reasonText', e: 'description', d: 'document' }

interface Options {
  readonly lines: readonly WorkingLine[]
  readonly save: SaveLine
  readonly select: (id: string) => void
  readonly onOpen: (id: string) => void
  readonly root: React.RefObject<HTMLElement | null>
}

/** What the rows of the table can do, by mouse and by key, and which of them has the focus or is written in. */
export const useRowActions = ({ lines, save, select, onOpen, root }: Options) => {
  const [active, setActive] = useState<string>()
  const [editing, setEditing] = useState<{ readonly id: string; readonly field: TextField }>()
  const latest = useRef({ lines, save, select, onOpen })
  useLayoutEffect(() => {
    latest.current = { lines, save, select, onOpen }
  })
  const refocus = useRef<string>(undefined)
  useEffect(() => {
    if (refocus.current === undefined) return
    root.current?.querySelector<HTMLElement>(`[data-line="${refocus.current}"]`)?.focus()
    refocus.current = undefined
  })
  const goTo = useCallback((id: string | undefined) => {
    if (id === undefined) return
    refocus.current = id
    setActive(id)
  }, [])

  const actions = useMemo((): RowActions => {
    const stop = (line: WorkingLine) => {
      setEditing(undefined)
      goTo(line.id)
    }
    const edit = (line: WorkingLine, field: TextField) => {
      setActive(line.id)
      setEditing({ id: line.id, field })
    }
    const decide: RowActions['decide'] = (line, applicable) => {
      // An exclusion is saved together with its reason, never before.
      if (applicable === 'no' && (line.justification ?? '').trim() === '') return edit(line, 'justification')
      setEditing(undefined)
      void latest.current.save(line.id, { applicable })
    }
    const toggle: RowActions['toggle'] = (line, reason) =>
      void latest.current.save(line.id, {
        reasons: toggled(line.reasons, reason),
        ...(line.applicable === 'undecided' && !line.reasons.includes(reason) ? { applicable: 'yes' as const } : {}),
      })
    const saveText: RowActions['saveText'] = (line, field, value) => {
      stop(line)
      if (field === 'justification' && value === null) return
      void latest.current.save(line.id, field === 'justification' ? { justification: value, applicable: 'no' } : { [field]: value })
    }
    const move = (line: WorkingLine, by: number) => {
      const all = latest.current.lines
      goTo(all[Math.min(Math.max(all.findIndex((l) => l.id === line.id) + by, 0), all.length - 1)]?.id)
    }
    const key: RowActions['key'] = (event, line) => {
      if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
      const may = line.allowed.includes('update')
      const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key
      const reason = reasonKeys[pressed]
      const field = textKeys[pressed]
      const act =
        pressed === 'ArrowDown'
          ? () => move(line, 1)
          : pressed === 'ArrowUp'
            ? () => move(line, -1)
            : pressed === 'Home'
              ? () => goTo(latest.current.lines[0]?.id)
              : pressed === 'End'
                ? () => goTo(latest.current.lines.at(-1)?.id)
                : pressed === 'Enter'
                  ? () => latest.current.onOpen(line.id)
                  : !may
                    ? undefined
                    : pressed === 'x'
                      ? () => latest.current.select(line.id)
                    : pressed === 'y'
                      ? () => decide(line, 'yes')
                      : pressed === 'n'
                        ? () => decide(line, 'no')
                        : pressed === 'u'
                          ? () => decide(line, 'undecided')
                          : reason !== undefined && line.applicable !== 'no'
                            ? () => toggle(line, reason)
                            : field !== undefined
                              ? () => edit(line, field === 'reasonText' && line.applicable === 'no' ? 'justification' : field)
                              : undefined
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    return {
      activate: (line) => setActive(line.id),
      open: (line) => latest.current.onOpen(line.id),
      select: (line) => latest.current.select(line.id),
      decide,
      toggle,
      edit,
      saveText,
      stop,
      key,
    }
  }, [goTo])
  return { actions, active: lines.some((l) => l.id === active) ? active : lines[0]?.id, editing }
}
