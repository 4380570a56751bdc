import { nodesOf } from '@heng/frameworks/reads'
import { allows, type Ctx } from '@heng/server-kit'
import type { ComplianceNode } from '../../contract/compliance.ts'
import type { RequirementStatus } from '../../contract/conclusion.ts'
import { evidencedControl, ruleFrom } from '../evidence/controls.ts'
import { controlsBehind, proposalsOf } from './proposals.ts'
import { statusMethod } from './rules.ts'
import { concludedOf } from './store.ts'

const countsOf = (statuses: readonly (RequirementStatus | null | undefined)[]) => {
  const counts = { met: 0, partly: 0, notMet: 0, notApplicable: 0, none: 0 }
  for (const status of statuses) counts[status ?? 'none'] += 1
  return counts
}

/** How every requirement of a framework stands, with why, in one answer: six statements, whatever its size. */
export const status = async (ctx: Ctx, { id }: { id: string }) => {
  const { framework, nodes } = await nodesOf(ctx, id)
  const assessable = nodes.filter((n) => n.assessable).map((n) => n.id)
  const { of, book, mappings } = await proposalsOf(ctx, assessable)
  const concluded = await concludedOf(ctx, { framework: id })
  const told = nodes.map((node): ComplianceNode => {
    const { requirement: _requirement, ...own } = concluded.get(node.id) ?? { requirement: '' }
    return { ...node, proposal: of.get(node.id) ?? null, conclusion: concluded.has(node.id) ? (own as ComplianceNode['conclusion']) : null }
  })
  const asked = told.filter((n) => n.assessable)
  const behind = new Set([...of.values()].flatMap(controlsBehind))
  const carrying = new Set([...of.values()].flatMap((p) => p.mapped.map((m) => m.requirement)))
  const others = new Map(mappings.filter((m) => carrying.has(m.other.id)).map((m) => [m.other.id, m.other]))
  return {
    framework: { id: framework.id, nameEn: framework.nameEn, nameZh: framework.nameZh, editionEn: framework.editionEn, editionZh: framework.editionZh },
    rule: ruleFrom(statusMethod),
    nodes: told,
    controls: [...book.byId.values()].filter((c) => behind.has(c.id)).map(evidencedControl),
    others: [...others.values()],
    proposed: countsOf(asked.map((n) => n.proposal?.status)),
    concluded: countsOf(asked.map((n) => n.conclusion?.status)),
    moved: asked.filter((n) => n.conclusion?.moved === true).length,
    mayConclude: allows(ctx, 'conclusion:write', {}),
  }
}
