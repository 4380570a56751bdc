import type { Control, ControlTree, Group } from '../schema.ts'

/** A tree with only some of its controls. */
export interface Structured {
  tree: ControlTree
  /** Controls that are kept only because a selected one is inside them. */
  implicit: Set<string>
}

/**
 * Keeps the structure of the source: groups without selected controls go, and a control that was not selected stays
 * when one inside it was. Source: NIST OSCAL profile resolution, "Implicit inclusions under as-is".
 */
export function asIs(tree: ControlTree, ids: ReadonlySet<string>): Structured {
  const implicit = new Set<string>()
  const keepControls = (controls: readonly Control[] | undefined): Control[] =>
    (controls ?? []).flatMap((control) => {
      const inner = keepControls(control.controls)
      if (!ids.has(control.id) && inner.length === 0) return []
      if (!ids.has(control.id)) implicit.add(control.id)
      return [{ ...control, controls: inner }]
    })
  const keepGroups = (groups: readonly Group[] | undefined): Group[] =>
    (groups ?? []).flatMap((group) => {
      const kept = { ...group, controls: keepControls(group.controls), groups: keepGroups(group.groups) }
      return kept.controls.length + kept.groups.length === 0 ? [] : [kept]
    })
  return {
    tree: { params: tree.params, controls: keepControls(tree.controls), groups: keepGroups(tree.groups) },
    implicit,
  }
}

/** No groups; a selected control inside a selected one stays there, any other comes to the top. In document order. */
export function flat(tree: ControlTree, ids: ReadonlySet<string>): Control[] {
  const lift = (control: Control): Control[] => {
    const inner = (control.controls ?? []).flatMap(lift)
    return ids.has(control.id) ? [{ ...control, controls: inner }] : inner
  }
  return [...(tree.controls ?? []).flatMap(lift), ...(tree.groups ?? []).flatMap((group) => flat(group, ids))]
}
