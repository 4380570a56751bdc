import type { ShownOf } from '@heng/contract'
import type { applicability, ComplianceNode, RequirementStatus } from '../../contract/index.ts'

export type Status = ShownOf<typeof applicability.compliance.status>

export const statusViews = ['all', 'moved', 'differs', 'notMet', 'notAssessed', 'notConcluded'] as const
export type StatusView = (typeof statusViews)[number]

export interface StatusLine {
  readonly node: ComplianceNode
  readonly level: number
  readonly children: number
}

/** The evidence proposes something that nobody has concluded yet, or that was concluded otherwise before it moved. */
export const isToTakeOver = ({ proposal, conclusion }: ComplianceNode): boolean =>
  proposal?.status != null && (conclusion === null || conclusion.status !== proposal.status || conclusion.moved)

const inView: Readonly<Record<StatusView, (node: ComplianceNode) => boolean>> = {
  all: () => true,
  moved: (n) => n.conclusion?.moved === true,
  differs: (n) => n.assessable && isToTakeOver(n),
  notMet: (n) => n.assessable && ['partly', 'notMet'].includes(n.conclusion?.status ?? n.proposal?.status ?? ''),
  notAssessed: (n) => n.assessable && n.proposal?.status == null,
  notConcluded: (n) => n.assessable && n.conclusion === null,
}

const wordsOf = (n: ComplianceNode): string => `${n.ref} ${n.titleEn ?? ''} ${n.titleZh ?? ''}`.toLowerCase()

/** Lines that fit a view and every word of a search, with the headings above them, and how many requirements fit themselves. A search or view opens every group. O(nodes × depth). */
export const statusLines = (nodes: readonly ComplianceNode[], view: StatusView, q: string, closed: ReadonlySet<string>): { lines: StatusLine[]; fits: readonly ComplianceNode[] } => {
  const needles = q.trim().toLowerCase().split(/\s+/).filter((w) => w !== '')
  const byId = new Map(nodes.map((n) => [n.id, n]))
  const children = new Map<string, number>()
  for (const { parent } of nodes) if (parent !== null) children.set(parent, (children.get(parent) ?? 0) + 1)
  const narrowed = needles.length > 0 || view !== 'all'
  const fits = nodes.filter((node) => inView[view](node) && needles.every((needle) => wordsOf(node).includes(needle)))
  const kept = new Set<string>()
  for (const node of fits) for (let at: ComplianceNode | undefined = node; at !== undefined && !kept.has(at.id); at = byId.get(at.parent ?? '')) kept.add(at.id)
  const levels = new Map<string, number>()
  const hidden = new Set<string>()
  const lines = nodes.flatMap((node): StatusLine[] => {
    const level = node.parent === null ? 0 : (levels.get(node.parent) ?? -1) + 1
    levels.set(node.id, level)
    if (node.parent !== null && (hidden.has(node.parent) || (!narrowed && closed.has(node.parent)))) hidden.add(node.id)
    return kept.has(node.id) && !hidden.has(node.id) ? [{ node, level, children: children.get(node.id) ?? 0 }] : []
  })
  return { lines, fits: fits.filter((n) => n.assessable) }
}

/** What taking over comes to for chosen requirements: items to send, how many of each status, and how many have no proposal. */
export const takeOver = (nodes: readonly ComplianceNode[]) => {
  const items = nodes.filter(isToTakeOver).map((n) => ({ requirement: n.id, status: n.proposal!.status!, version: n.conclusion?.version ?? null }))
  const counts = new Map<RequirementStatus, number>()
  for (const { status } of items) counts.set(status, (counts.get(status) ?? 0) + 1)
  return { items, counts, open: nodes.filter((n) => n.proposal?.status == null).length }
}
