/** A row that names another row: what it is written as, and what has to stand before it. */
export interface Edge {
  readonly from: string
  readonly to: string
}

export interface Order {
  /** Longest way of edges that begins at a record; 0 for those that wait for nothing. */
  readonly rank: ReadonlyMap<string, number>
  /** Records on a circle, for which there is no order. */
  readonly circular: ReadonlySet<string>
}

const push = (map: Map<string, string[]>, key: string, value: string): void => {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else known.push(value)
}

/** Takes away, again and again, what points to nothing that is left (Kahn 1962). Answers in the order of taking. */
const peel = (nodes: Iterable<string>, edges: readonly Edge[]): string[] => {
  const open = new Map<string, number>([...nodes].map((node) => [node, 0]))
  const back = new Map<string, string[]>()
  for (const { from, to } of edges) {
    if (!open.has(from) || !open.has(to)) continue
    open.set(from, open.get(from)! + 1)
    push(back, to, from)
  }
  const taken = [...open].filter(([, count]) => count === 0).map(([node]) => node)
  for (let i = 0; i < taken.length; i += 1) {
    for (const from of back.get(taken[i]!) ?? []) {
      open.set(from, open.get(from)! - 1)
      if (open.get(from) === 0) taken.push(from)
    }
  }
  return taken
}

/** In which order records can be written that point to one another. Linear in records and edges. */
export const orderOf = (edges: readonly Edge[]): Order => {
  const nodes = new Set(edges.flatMap(({ from, to }) => [from, to]))
  const ordered = peel(nodes, edges)
  const targets = new Map<string, string[]>()
  for (const { from, to } of edges) push(targets, from, to)
  const rank = new Map<string, number>()
  for (const node of ordered) rank.set(node, Math.max(0, ...(targets.get(node) ?? []).map((to) => rank.get(to)! + 1)))
  const left = [...nodes].filter((node) => !rank.has(node))
  // What only leads to a circle is not on it.
  const turned = edges.map(({ from, to }) => ({ from: to, to: from }))
  const leading = new Set(peel(left, turned))
  return { rank, circular: new Set(left.filter((node) => !leading.has(node))) }
}
