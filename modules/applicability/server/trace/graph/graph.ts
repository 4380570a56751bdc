import { testsTraced, type TestTraced } from '@heng/controls/reads'
import { namedRequirements, type NamedRequirement } from '@heng/frameworks/reads'
import { moneyOfRisks, type ChainedRisk, type MoneyOfRisk } from '@heng/risks/reads'
import { allows, type Ctx } from '@heng/server-kit'
import type { ChainGraph, ControlNode, RequirementNode, RiskNode, TestNode } from '../../../contract/graph.ts'
import type { Traced } from '../../../contract/traced.ts'
import { controlsBehind, proposalsOf, type Proposals } from '../../compliance/proposals.ts'
import { statusMethod } from '../../compliance/rules.ts'
import { concludedOf, type ConcludedBrief } from '../../compliance/store.ts'
import { evidencedControl, ruleFrom, type TestedControl } from '../../evidence/controls.ts'
import { supportMethod } from '../../line/support.ts'
import { edgesOf } from './edges.ts'
import { endsOf } from './ends.ts'
import { graphLines, lineNode } from './lines.ts'

/** So many links of one kind are drawn; how many more there are is told. */
const most = 60

const testNode = ({ control: _control, ...test }: TestTraced): TestNode => test

const controlNode = (control: TestedControl): ControlNode => ({ ...evidencedControl(control), owner: control.owner })

const riskNode = ({ controls: _controls, effects: _effects, ...risk }: ChainedRisk, money: MoneyOfRisk | undefined): RiskNode => {
  if (money === undefined) return { ...risk, money: null }
  const { risk: _risk, ...amounts } = money
  return { ...risk, money: amounts }
}

const requirementNode = (ctx: Ctx, of: NamedRequirement, proposals: Proposals, concluded: ConcludedBrief | undefined, mayKnow: boolean): RequirementNode => {
  const { assessable, ...named } = of
  const title = ctx.locale === 'en' ? (of.titleEn ?? of.titleZh) : (of.titleZh ?? of.titleEn)
  const said = concluded === undefined ? null : { id: concluded.id, status: concluded.status, proposed: concluded.proposed, moved: concluded.moved, decidedBy: concluded.decidedBy, decidedAt: concluded.decidedAt, reason: concluded.reason }
  return { ...named, name: `${of.ref} ${title ?? ''}`.trim(), proposal: mayKnow && assessable ? (proposals.of.get(of.id) ?? null) : null, conclusion: said }
}

/**
 * The chain that a record stands in, from the tests of controls to the requirements of every framework, with what passes along each link; as far as the caller may read.
 * At most twelve statements, whatever its size.
 */
export const graph = async (ctx: Ctx, { noun, id }: { noun: Traced; id: string }): Promise<ChainGraph> => {
  const ends = await endsOf(ctx, noun, id, most)
  const mayKnow = allows(ctx, 'conclusion:read', {})
  const wanted = [...ends.requirements, ...ends.mapped]
  const all = await namedRequirements(ctx, wanted)
  const isOwn = new Set(ends.requirements)
  // What was asked about or is answered directly comes before what is carried over.
  const ordered = [...all.filter((r) => isOwn.has(r.id)), ...all.filter((r) => !isOwn.has(r.id))].slice(0, most)
  const lines = await graphLines(ctx, {
    // A requirement that others carry is stated by the lines of those.
    requirements: noun === 'requirement' ? wanted : ends.requirements, controls: ends.controls.map((c) => c.id), risks: noun === 'risk' ? [id] : [], soa: ends.soa, most,
  })
  const proposals = await proposalsOf(ctx, [...new Set([...ordered.map((r) => r.id), ...lines.flatMap((l) => l.requirement ?? [])])], {
    mappings: ends.mappings, controls: ends.controls.map((c) => c.id),
  })
  const concluded = mayKnow ? await concludedOf(ctx, { requirements: ordered.map((r) => r.id) }) : new Map<string, ConcludedBrief>()
  const money = await moneyOfRisks(ctx, ends.risks.risks.map((r) => r.id))
  const controls = ends.controls.flatMap((c) => proposals.book.byId.get(c.id) ?? []).slice(0, most).map(controlNode)
  const { tests, total } = await testsTraced(ctx, controls.map((c) => c.id), most)
  const requirements = ordered.map((r) => requirementNode(ctx, r, proposals, concluded.get(r.id), mayKnow))
  return {
    rules: { support: ruleFrom(supportMethod), status: ruleFrom(statusMethod) },
    tests: { nodes: tests.map(testNode), more: total - tests.length },
    controls: { nodes: controls, more: ends.controls.length - controls.length },
    risks: { nodes: ends.risks.risks.map((r) => riskNode(r, money.get(r.id))), more: ends.risks.total - ends.risks.risks.length },
    lines: { nodes: lines.map((line) => lineNode(line, proposals.book)), more: (lines[0]?.total ?? 0) - lines.length },
    requirements: { nodes: requirements, more: all.length - ordered.length },
    behind: [...new Set(requirements.flatMap((r) => (r.proposal === null ? [] : controlsBehind(r.proposal))))].map((one) => evidencedControl(proposals.book.byId.get(one)!)),
    edges: edgesOf({ tests, controls, risks: ends.risks.risks, lines, requirements, answering: proposals.book.of }),
  }
}
