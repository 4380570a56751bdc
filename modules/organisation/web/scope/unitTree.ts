interface UnitRow {
  readonly id: string
  readonly name: string
  readonly reference: string
  readonly parent: string | null
}
export interface UnitNode {
  readonly value: string
  readonly title: string
  readonly children: UnitNode[]
}

/** Units as choices of a tree, in the order given; one whose parent is not there stands at the top. O(n). */
export const treeOf = (rows: readonly UnitRow[]): UnitNode[] => {
  const nodes = new Map(rows.map((row) => [row.id, { value: row.id, title: row.name, children: [] as UnitNode[] }]))
  const top: UnitNode[] = []
  for (const { id, parent } of rows) (parent === null ? top : (nodes.get(parent)?.children ?? top)).push(nodes.get(id)!)
  return top
}
