import type { TreeNode } from '../../contract/index.ts'

export type TreeView = 'all' | 'open' | 'answered' | 'mapped' | 'overlaid'

export interface TreeLine {
  readonly node: TreeNode
  readonly level: number
  /** Leaves have none. */
  readonly children: number
}

const inView: Readonly<Record<TreeView, (node: TreeNode) => boolean>> = {
  all: () => true,
  open: (n) => n.assessable && !n.withdrawn && n.answer === null,
  answered: (n) => n.answer != null,
  mapped: (n) => n.mapped > 0,
  overlaid: (n) => n.overlay,
}

const wordsOf = (n: TreeNode): string => `${n.ref} ${n.titleEn ?? ''} ${n.titleZh ?? ''}`.toLowerCase()

export interface Shown {
  /** Lines in order: what fits, with everything above it. */
  readonly lines: readonly TreeLine[]
  /** How many fit themselves. */
  readonly fits: number
}

/**
 * What a tree shows under a search, a view and closed groups. What does not fit stays while something below it fits, so
 * that a line never loses its place. A search opens every group. O(nodes × depth).
 */
export const shownLines = (nodes: readonly TreeNode[], q: string, view: TreeView, closed: ReadonlySet<string>): Shown => {
  const needles = q
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((w) => w !== '')
  const byId = new Map(nodes.map((n) => [n.id, n]))
  const children = new Map<string, number>()
  for (const n of nodes) if (n.parent !== null) children.set(n.parent, (children.get(n.parent) ?? 0) + 1)
  const kept = new Set<string>()
  let fits = 0
  for (const node of nodes) {
    const words = wordsOf(node)
    if (!inView[view](node) || !needles.every((needle) => words.includes(needle))) continue
    fits += 1
    for (
      let at: TreeNode | undefined = node;
      at !== undefined && !kept.has(at.id);
      at = at.parent === null ? undefined : byId.get(at.parent)
    )
      kept.add(at.id)
  }
  const levels = new Map<string, number>()
  const hidden = new Set<string>()
  const lines: TreeLine[] = []
  const narrowed = needles.length > 0 || view !== 'all'
  for (const node of nodes) {
    levels.set(node.id, node.parent === null ? 0 : (levels.get(node.parent) ?? 0) + 1)
    if (node.parent !== null && (hidden.has(node.parent) || (!narrowed && closed.has(node.parent)))) hidden.add(node.id)
    if (!kept.has(node.id) || hidden.has(node.id)) continue
    lines.push({ node, level: levels.get(node.id)!, children: children.get(node.id) ?? 0 })
  }
  return { lines, fits }
}
