/** An asset in the part of the graph that a change reaches. */
export interface FlowNode {
  readonly id: string
  /** Own value by C, I and A; null is not assessed. */
  readonly own: number | null
}
/** `asset` depends on `dependsOn`: value flows from the first to the second. */
export interface FlowEdge {
  readonly asset: string
  readonly dependsOn: string
}
export interface Inherited {
  readonly value: number
  /** The asset at the beginning of the path whose own value this is. */
  readonly from: string
}

/**
 * What each node inherits: the highest own value among the assets that depend on it, directly or through others, as far
 * as it is higher than the node's own; ties go to the smaller id, so that the result does not hang on the order of rows. Cycles are harmless. An asset never
 * inherits from itself. `outside` are values entering from beyond the nodes. O(V log V + E): highest first, each node
 * settles once.
 */
export const flowValues = (
  nodes: readonly FlowNode[],
  edges: readonly FlowEdge[],
  outside: ReadonlyMap<string, Inherited> = new Map(),
): Map<string, Inherited> => {
  const next = Map.groupBy(edges, (e) => e.asset)
  const known = new Set(nodes.map((n) => n.id))
  const sources = [
    ...nodes.flatMap((n) => (n.own === null ? [] : [{ at: n.id, value: n.own, from: n.id }])),
    ...[...outside].filter(([id]) => !known.has(id)).map(([id, i]) => ({ at: id, value: i.value, from: i.from })),
  ].toSorted((a, b) => b.value - a.value || (a.from < b.from ? -1 : 1))
  const own = new Map(nodes.map((n) => [n.id, n.own]))
  const inherited = new Map<string, Inherited>()
  const reached = new Set<string>()
  for (const source of sources) {
    const queue = [source.at]
    while (queue.length > 0) {
      for (const { dependsOn } of next.get(queue.pop()!) ?? []) {
        if (!known.has(dependsOn) || reached.has(dependsOn)) continue
        reached.add(dependsOn)
        if ((own.get(dependsOn) ?? 0) < source.value) inherited.set(dependsOn, { value: source.value, from: source.from })
        queue.push(dependsOn)
      }
    }
  }
  return inherited
}
