import type { ChainGraph, GraphEdge } from '../../contract/index.ts'

export const columns = ['tests', 'controls', 'risks', 'lines', 'requirements'] as const
export type ColumnName = (typeof columns)[number]

/** One link of the chain, whichever column it stands in. */
export type ChainLink =
  | { readonly column: 'tests'; readonly node: ChainGraph['tests']['nodes'][number] }
  | { readonly column: 'controls'; readonly node: ChainGraph['controls']['nodes'][number] }
  | { readonly column: 'risks'; readonly node: ChainGraph['risks']['nodes'][number] }
  | { readonly column: 'lines'; readonly node: ChainGraph['lines']['nodes'][number] }
  | { readonly column: 'requirements'; readonly node: ChainGraph['requirements']['nodes'][number] }

export const linksOf = (graph: ChainGraph, column: ColumnName): ChainLink[] => graph[column].nodes.map((node) => ({ column, node }) as ChainLink)

/** Noun and page of what stands in a column. */
export const nounOf: Readonly<Record<ColumnName, string>> = { tests: 'controlTest', controls: 'control', risks: 'risk', lines: 'soaLine', requirements: 'requirement' }

export type Standing = 'good' | 'bad' | 'open' | 'plain'

/** How a link stands: what evidence contradicts is bad, what it supports good, what it does not tell open. */
export const standingOf = ({ column, node }: ChainLink): Standing => {
  if (column === 'tests') return node.overdue || node.result?.conclusion === 'ineffective' ? 'bad' : node.result === null ? 'open' : node.result.conclusion === 'effective' ? 'good' : 'plain'
  if (column === 'controls') return node.state === 'notWorking' || node.class === 'ineffective' ? 'bad' : node.state !== 'implemented' ? 'plain' : node.class === null ? 'open' : node.class === 'effective' ? 'good' : 'plain'
  if (column === 'risks') return node.support === 'unsupported' ? 'bad' : node.support === null ? 'open' : 'good'
  if (column === 'lines') return node.evidence === null ? 'plain' : node.evidence.drift === 'less' ? 'bad' : node.evidence.supported === null ? 'open' : node.evidence.drift === null ? 'good' : 'plain'
  if (node.conclusion?.moved === true || node.proposal?.status === 'notMet') return 'bad'
  return node.proposal === null || node.proposal.status === 'notApplicable' ? 'plain' : node.proposal.status === null ? 'open' : node.proposal.status === 'met' ? 'good' : 'plain'
}

/** Links by where they end and where they begin. */
export const edgesAt = (edges: readonly GraphEdge[]) => ({ into: Map.groupBy(edges, (e) => e.to), outOf: Map.groupBy(edges, (e) => e.from) })

/** Room between two columns in which a line turns, in pixels. */
const turn = 17

interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly height: number
}

/**
 * A curve between two boxes: from the right of one to the left of the other; within a column out to the right and back in. Where columns lie between, it runs
 * along the lane above them, so that it seems to touch nothing that it passes.
 */
export const curve = (from: Box, to: Box, lane: number): string => {
  const [y1, y2] = [from.top + from.height / 2, to.top + to.height / 2]
  if (Math.abs(from.left - to.left) < 4) {
    const bulge = Math.max(from.right, to.right) + 16
    return `M${from.right},${y1} C${bulge},${y1} ${bulge},${y2} ${to.right},${y2}`
  }
  const [gap, width] = [to.left - from.right, to.right - to.left]
  if (gap > width) {
    const [out, back] = [from.right + turn, to.left - turn]
    return `M${from.right},${y1} C${out},${y1} ${from.right},${lane} ${out},${lane} L${back},${lane} C${to.left},${lane} ${back},${y2} ${to.left},${y2}`
  }
  const middle = (from.right + to.left) / 2
  return `M${from.right},${y1} C${middle},${y1} ${middle},${y2} ${to.left},${y2}`
}
