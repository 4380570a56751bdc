import { fill } from '@heng/contract'
import { useTargetName } from '@heng/risks/web/parts'
import { inSentence } from '@heng/web-kit'
import type { ChainGraph, GraphEdge } from '../../contract/index.ts'
import { useWords } from '../words.ts'
import { columns } from './model.ts'

/** What passes along a link, in words: one or more sentences naming where it comes from. */
export const useEdgeWords = (graph: ChainGraph): ((edge: GraphEdge) => string[]) => {
  const { t, locale } = useWords()
  const e = t.chain.edges
  const targetOf = useTargetName()
  const names = new Map<string, string>(columns.flatMap((column) => graph[column].nodes.map((n) => [n.id, 'ref' in n ? n.ref : n.reference] as const)))
  const editions = new Map(graph.requirements.nodes.map((n) => [n.id, (locale === 'en' ? (n.editionEn ?? n.editionZh) : (n.editionZh ?? n.editionEn)) ?? '']))
  const reduces = (edge: Extract<GraphEdge, { kind: 'reduces' }>, from: string): string[] => {
    const shares = [
      ...(edge.frequency === null ? [] : [fill(e.frequency, { share: edge.frequency })]),
      ...(edge.magnitude === null ? [] : [fill(e.magnitude, { share: edge.magnitude })]),
    ]
    const money = shares.length === 0 ? [] : [fill(e.shares, { from, shares: shares.join(' · ') })]
    if (edge.reductions.length === 0 || edge.reductions.some((r) => r.steps === null)) return [fill(e.reducesUnknown, { from }), ...money]
    const known = edge.reductions.filter((r) => r.steps! > 0)
    const steps = known.map((r) => fill(r.counted === null ? e.reducesOpen : e.reduces, { from, target: inSentence(targetOf(r.target)), steps: r.steps!, counted: r.counted ?? 0 }))
    return [...(steps.length === 0 ? [fill(e.reducesNone, { from })] : steps), ...money]
  }
  return (edge) => {
    const from = names.get(edge.from) ?? ''
    if (edge.kind === 'reduces') return reduces(edge, from)
    if (edge.kind === 'carries') {
      const text = edge.relationship === 'superset' || edge.relationship === 'intersect' ? e.carriesAtMost : e.carries
      return [fill(text, { relationship: t.conformity.relationship[edge.relationship], from: `${editions.get(edge.from) ?? ''} ${from}`.trim() })]
    }
    return edge.kind === 'tests' ? [from] : [fill(e[edge.kind], { from })]
  }
}
