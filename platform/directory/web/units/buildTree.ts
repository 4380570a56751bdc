export interface UnitRow {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly code: string | null
  readonly parent: string | null
  readonly head: { readonly id: string; readonly name: string } | null
  readonly people: number
}
export interface UnitNode extends UnitRow {
  /** Persons in the unit and all units below it. */
  readonly peopleBelow: number
  readonly children: readonly UnitNode[]
}

/** The units as a tree in the order given; O(n). A unit whose parent is missing stands at the top. */
export const buildTree = (rows: readonly UnitRow[]): readonly UnitNode[] => {
  const known = new Set(rows.map((row) => row.id))
  const below = new Map<string | null, UnitRow[]>()
  for (const row of rows) {
    const parent = row.parent !== null && known.has(row.parent) ? row.parent : null
    below.set(parent, [...(below.get(parent) ?? []), row])
  }
  const nodes = (parent: string | null): UnitNode[] =>
    (below.get(parent) ?? []).map((row) => {
      const children = nodes(row.id)
      return { ...row, children, peopleBelow: children.reduce((sum, child) => sum + child.peopleBelow, row.people) }
    })
  return nodes(null)
}

/** Ids of the units that match, and of all above them, so that they show. */
export const pathsTo = (rows: readonly UnitRow[], words: string): { readonly found: ReadonlySet<string>; readonly open: ReadonlySet<string> } => {
  const wanted = words.trim().toLowerCase()
  const parents = new Map(rows.map((row) => [row.id, row.parent]))
  const found = new Set(wanted === '' ? [] : rows.filter((row) => `${row.name} ${row.code ?? ''} ${row.head?.name ?? ''}`.toLowerCase().includes(wanted)).map((row) => row.id))
  const open = new Set<string>()
  for (const id of found) {
    for (let at = parents.get(id) ?? null; at !== null && !open.has(at); at = parents.get(at) ?? null) open.add(at)
  }
  return { found, open }
}
