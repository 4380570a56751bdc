import { problem, type OscalProblem } from '../problem.ts'
import type { Control, ControlTree, Group } from '../schema.ts'
import type { Custom, CustomGroup, Merge } from './schema.ts'
import { select } from './select.ts'
import { asIs, flat, type Structured } from './structure.ts'

/** One import: the tree it comes from and the controls chosen there. */
export interface ImportedSelection {
  tree: ControlTree
  ids: ReadonlySet<string>
}

export interface Merged extends Structured {
  warnings: OscalProblem[]
}

/**
 * Puts the imports together: as they were grouped (`as-is`), regrouped (`custom`) or without groups (default).
 * Of a control that comes twice the first is used; `keep`, which OSCAL defines to yield an invalid catalog then, warns
 * of it; `merge` adds what the later ones have more.
 */
export function merge(imports: readonly ImportedSelection[], rule: Merge = {}): Merged {
  const implicit = new Set<string>()
  const combine = new Combiner(rule.combine?.method ?? 'keep', implicit)
  const result: ControlTree = { controls: [], groups: [] }
  for (const { tree, ids } of imports) {
    const kept = rule['as-is'] ? asIs(tree, ids) : { tree: { controls: flat(tree, ids) }, implicit: new Set<string>() }
    for (const id of kept.implicit) implicit.add(id)
    combine.into(result, kept.tree)
  }
  for (const { ids } of imports) for (const id of ids) implicit.delete(id)
  const tree = rule.custom && !rule['as-is'] ? regroup(result, rule.custom) : result
  return { tree, implicit, warnings: combine.warnings }
}

class Combiner {
  readonly warnings: OscalProblem[] = []
  private readonly method: 'keep' | 'use-first' | 'merge'
  private readonly implicit: ReadonlySet<string>
  private readonly controls = new Map<string, Control>()

  /** @param implicit controls that some import has only as the parent of another: no collision */
  constructor(method: 'keep' | 'use-first' | 'merge', implicit: ReadonlySet<string>) {
    this.method = method
    this.implicit = implicit
  }

  /** Adds a tree to another; groups with one id become one. */
  into(target: ControlTree, source: ControlTree): void {
    target.controls = [...(target.controls ?? []), ...this.fresh(source.controls)]
    const groups = (target.groups ??= [])
    for (const group of source.groups ?? []) {
      const same = group.id === undefined ? undefined : groups.find((each) => each.id === group.id)
      if (same) this.into(same, group)
      else {
        const added: Group = { ...group, controls: [], groups: [] }
        groups.push(added)
        this.into(added, group)
      }
    }
  }

  private fresh(controls: readonly Control[] = []): Control[] {
    return controls.flatMap((control) => {
      const known = this.controls.get(control.id)
      if (known) this.collide(known, control)
      const inner = this.fresh(control.controls)
      if (known) {
        // Children that only this import selected still belong to the control that is used.
        known.controls = [...(known.controls ?? []), ...inner]
        return []
      }
      const own = { ...control, controls: inner }
      this.controls.set(control.id, own)
      return [own]
    })
  }

  private collide(first: Control, other: Control): void {
    if (this.method === 'keep' && !this.implicit.has(first.id))
      this.warnings.push(problem('duplicate-control', { path: '$.profile.imports', found: first.id }))
    if (this.method !== 'merge') return
    first.params = union(first.params, other.params)
    first.props = union(first.props, other.props)
    first.links = union(first.links, other.links)
    first.parts = union(first.parts, other.parts)
  }
}

/** Both lists without exact repetitions. */
function union<T>(first: readonly T[] = [], other: readonly T[] = []): T[] {
  const seen = new Set(first.map((each) => JSON.stringify(each)))
  return [...first, ...other.filter((each) => !seen.has(JSON.stringify(each)))]
}

/** Builds the groups of `merge.custom`; a control stands where it is inserted first, and goes when nowhere. */
function regroup(pool: ControlTree, custom: Custom): ControlTree {
  const placed = new Set<string>()
  const insert = (inserts: CustomGroup['insert-controls'] = []): Control[] =>
    inserts.flatMap((each) => {
      const { ids } = select(pool, each)
      for (const id of placed) ids.delete(id)
      for (const id of ids) placed.add(id)
      const controls = flat(pool, ids)
      if (each.order === 'ascending') controls.sort((a, b) => (a.id < b.id ? -1 : 1))
      if (each.order === 'descending') controls.sort((a, b) => (a.id < b.id ? 1 : -1))
      return controls
    })
  const group = ({ 'insert-controls': inserts, groups, ...rest }: CustomGroup): Group => ({
    ...rest,
    controls: insert(inserts),
    groups: groups?.map(group),
  })
  return { params: pool.params, controls: insert(custom['insert-controls']), groups: custom.groups?.map(group) }
}
