import type { Control, ControlTree } from '../schema.ts'
import type { SelectControl, Selection } from './schema.ts'

/** Which controls of a tree a selection names, and the ids it asked for in vain. */
export interface Selected {
  ids: Set<string>
  /** Not named one by one. */
  all: boolean
  unknown: string[]
}

/** All controls of a tree, in document order. */
export function* controlsOf(tree: ControlTree): Generator<Control> {
  for (const control of tree.controls ?? []) {
    yield control
    yield* controlsOf(control)
  }
  for (const group of tree.groups ?? []) yield* controlsOf(group)
}

/**
 * Applies include and exclude directives. Exclusion prevails; no include means all; `with-child-controls` takes all
 * controls contained in the named one. Source: NIST OSCAL profile resolution, "Selecting controls".
 */
export function select(tree: ControlTree, selection: Selection): Selected {
  const controls = new Map([...controlsOf(tree)].map((control) => [control.id, control]))
  const unknown: string[] = []
  const all = selection['include-all'] !== undefined || selection['include-controls'] === undefined
  const ids = all ? new Set(controls.keys()) : named(controls, selection['include-controls'] ?? [], unknown)
  for (const id of named(controls, selection['exclude-controls'] ?? [], unknown)) ids.delete(id)
  return { ids, all, unknown }
}

function named(controls: ReadonlyMap<string, Control>, choices: readonly SelectControl[], unknown: string[]): Set<string> {
  const ids = new Set<string>()
  for (const choice of choices) {
    const patterns = (choice.matching ?? []).flatMap(({ pattern }) => pattern ?? [])
    const matched = patterns.length === 0 ? [] : [...controls.keys()].filter((id) => patterns.some((pattern) => matches(pattern, id)))
    for (const id of [...(choice['with-ids'] ?? []), ...matched]) {
      const control = controls.get(id)
      if (!control) unknown.push(id)
      else ids.add(id)
      if (!control || choice['with-child-controls'] !== 'yes') continue
      for (const child of controlsOf(control)) ids.add(child.id)
    }
  }
  return ids
}

/** Glob match of a whole id: `*` any characters, `?` one. Never backtracks further than the last star: O(pattern · id). */
export function matches(pattern: string, id: string): boolean {
  let at = 0
  let star = -1
  let resume = 0
  for (let i = 0; i < id.length;) {
    if (at < pattern.length && (pattern[at] === '?' || (pattern[at] !== '*' && pattern[at] === id[i]))) {
      at++
      i++
    } else if (pattern[at] === '*') {
      star = at++
      resume = i
    } else if (star !== -1) {
      at = star + 1
      i = ++resume
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}
