import type { TestTraced } from '@heng/controls/reads'
import { stepsAt, type ChainedRisk } from '@heng/risks/reads'
import type { ControlNode, GraphEdge, RequirementNode } from '../../../contract/graph.ts'
import type { TestedControl } from '../../evidence/controls.ts'
import type { GraphLine } from './lines.ts'

interface Drawn {
  readonly tests: readonly TestTraced[]
  readonly controls: readonly ControlNode[]
  readonly risks: readonly ChainedRisk[]
  readonly lines: readonly GraphLine[]
  readonly requirements: readonly RequirementNode[]
  /** Controls that answer a requirement directly. */
  readonly answering: (requirement: string) => readonly TestedControl[]
}

const reduces = (controls: ReadonlyMap<string, ControlNode>, risk: ChainedRisk): GraphEdge[] =>
  risk.controls.flatMap((id) => {
    const control = controls.get(id)
    if (control === undefined) return []
    const effect = risk.effects.find((e) => e.control === id)
    return [{
      kind: 'reduces' as const, from: id, to: risk.id, frequency: effect?.frequency ?? null, magnitude: effect?.magnitude ?? null,
      reductions: (effect?.reductions ?? []).map(({ target, steps }) => ({ target, steps, counted: steps === null || control.percent === null ? null : stepsAt(steps, control.percent) })),
    }]
  })

/** What passes along the chain, between what is drawn; pure. O(nodes + links). */
export const edgesOf = ({ tests, controls, risks, lines, requirements, answering }: Drawn): GraphEdge[] => {
  const shown = { controls: new Map(controls.map((c) => [c.id, c])), risks: new Set(risks.map((r) => r.id)), requirements: new Set(requirements.map((r) => r.id)) }
  const ofLine = lines.flatMap((line): GraphEdge[] => {
    const by = line.control === null ? answering(line.requirement!).map((c) => c.id) : [line.control]
    return [
      ...by.filter((id) => shown.controls.has(id)).map((from) => ({ kind: 'implements' as const, from, to: line.id })),
      ...line.risks.filter((id) => shown.risks.has(id)).map((from) => ({ kind: 'reasons' as const, from, to: line.id })),
      ...(line.requirement !== null && shown.requirements.has(line.requirement) ? [{ kind: 'states' as const, from: line.id, to: line.requirement }] : []),
    ]
  })
  const stated = new Set(lines.map((l) => l.requirement))
  const ofRequirement = requirements.flatMap((requirement): GraphEdge[] => [
    ...(stated.has(requirement.id) ? [] : answering(requirement.id).filter((c) => shown.controls.has(c.id)).map((c) => ({ kind: 'answers' as const, from: c.id, to: requirement.id }))),
    ...(requirement.proposal?.mapped ?? []).filter((m) => shown.requirements.has(m.requirement))
      .map((m) => ({ kind: 'carries' as const, from: m.requirement, to: requirement.id, relationship: m.relationship, carried: m.carried })),
  ])
  const ofTest = tests.filter((t) => shown.controls.has(t.control)).map((t) => ({ kind: 'tests' as const, from: t.id, to: t.control }))
  return [...ofTest, ...risks.flatMap((risk) => reduces(shown.controls, risk)), ...ofLine, ...ofRequirement]
}
