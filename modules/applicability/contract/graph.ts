import { controlTest } from '@heng/controls/contract'
import { field, operation } from '@heng/contract'
import { risk } from '@heng/risks/contract'
import { z } from 'zod'
import { proposal } from './compliance.ts'
import { requirementStatuses } from './conclusion.ts'
import { evidencedControl, lineEvidence, ruleOf } from './evidence.ts'
import { implementations, reasons, soa } from './nouns.ts'
import { traced } from './traced.ts'

const level = z.int().nullable()
const amount = field.money().schema.nullable()
const named = { id: z.uuid(), reference: z.string(), name: z.string() }
const status = z.enum(requirementStatuses).nullable()

/** A test procedure with what it last found. */
export const testNode = z.object({
  ...named,
  kind: controlTest.fields.kind.schema,
  state: controlTest.fields.state.schema,
  tester: z.string().nullable(),
  nextDue: z.iso.date().nullable(),
  overdue: z.boolean(),
  /** Null: nothing concluded yet. */
  result: z.object({ id: z.uuid(), reference: z.string(), conclusion: controlTest.fields.lastConclusion.schema, performedOn: z.iso.date(), concludedBy: z.string().nullable() }).nullable(),
})
export type TestNode = z.output<typeof testNode>

export const controlNode = evidencedControl.extend({ owner: z.string().nullable() })
export type ControlNode = z.output<typeof controlNode>

export const riskNode = z.object({
  ...named,
  /** Without controls, as the tests of its controls support (null: not assessed), as people rated it, and as treatment is expected to leave it. */
  inherentLevel: level, evidencedLevel: level, currentLevel: level, residualLevel: level,
  support: risk.fields.support.schema.nullable(),
  stale: z.boolean(),
  owner: z.string().nullable(),
  ratedAt: z.string().nullable(),
  /** What it may cost in a year; null where nobody has put it in money. */
  money: z.object({ inherent: amount, current: amount, valueAtRisk: amount, outdated: z.boolean(), at: z.string().nullable() }).nullable(),
})
export type RiskNode = z.output<typeof riskNode>

export const lineNode = z.object({
  ...named,
  ref: z.string(),
  titleEn: z.string().nullable(),
  titleZh: z.string().nullable(),
  soa: z.object({ id: z.uuid(), number: z.int(), state: soa.fields.state.schema, approvedAt: z.string().nullable(), approvedBy: z.array(z.string()) }),
  applicable: z.enum(['yes', 'no', 'undecided']),
  reasons: z.array(z.enum(reasons)),
  stated: z.enum(implementations).nullable(),
  overrideReason: z.string().nullable(),
  /** What the tests of its controls say; null for a line that is left out. */
  evidence: lineEvidence.nullable(),
})
export type LineNode = z.output<typeof lineNode>

export const requirementNode = z.object({
  ...named,
  ref: z.string(),
  titleEn: z.string().nullable(),
  titleZh: z.string().nullable(),
  framework: z.uuid(),
  editionEn: z.string().nullable(),
  editionZh: z.string().nullable(),
  /** Null where the caller may not know it, and for what cannot be met. */
  proposal: proposal.nullable(),
  conclusion: z.object({ id: z.uuid(), status, proposed: status, moved: z.boolean(), decidedBy: z.string().nullable(), decidedAt: z.string(), reason: z.string().nullable() }).nullable(),
})
export type RequirementNode = z.output<typeof requirementNode>

const column = <T extends z.ZodType>(node: T) => z.object({ nodes: z.array(node), /** Further ones that are not shown. */ more: z.int() })
const ends = { from: z.uuid(), to: z.uuid() }

/** What passes from one link of the chain to the next. */
export const graphEdge = z.discriminatedUnion('kind', [
  /** A procedure tests a control. */
  z.object({ kind: z.literal('tests'), ...ends }),
  /** A control takes something off a risk: whole steps of the scale while it works fully, and how many of them count as its tests show. Empty or null: not assessed. */
  z.object({ kind: z.literal('reduces'), ...ends, reductions: z.array(z.object({ target: z.string(), steps: level, counted: level })), frequency: level, magnitude: level }),
  /** A control implements a line of the statement. */
  z.object({ kind: z.literal('implements'), ...ends }),
  /** A risk is a reason for a line. */
  z.object({ kind: z.literal('reasons'), ...ends }),
  /** A line says whether a requirement applies. */
  z.object({ kind: z.literal('states'), ...ends }),
  /** A control answers a requirement that no line stands for. */
  z.object({ kind: z.literal('answers'), ...ends }),
  /** A requirement carries what it says over to one of another framework; the relationship is read from that one. */
  z.object({ kind: z.literal('carries'), ...ends, relationship: z.enum(['equal', 'subset', 'superset', 'intersect', 'none']), carried: status }),
])
export type GraphEdge = z.output<typeof graphEdge>

/** The chain that a record stands in: from tests of controls to risks, lines of the statement, and requirements of every framework. */
export const chainGraph = z.object({
  rules: z.object({ support: ruleOf, status: ruleOf }),
  tests: column(testNode),
  controls: column(controlNode),
  risks: column(riskNode),
  lines: column(lineNode),
  requirements: column(requirementNode),
  /** Every control that a proposal rests on, also those beside the chain. */
  behind: z.array(evidencedControl),
  edges: z.array(graphEdge),
})
export type ChainGraph = z.output<typeof chainGraph>

export const graph = operation({
  id: 'trace.graph',
  method: 'GET',
  path: '/trace/{noun}/{id}/graph',
  permission: 'signedIn',
  summary: { en: 'The chain from tests of controls to risks, the statement and requirements', 'zh-CN': '从控制测试到风险、适用性声明和各框架要求的影响链' },
  input: z.object({ noun: z.enum(traced), id: z.uuid() }),
  output: chainGraph,
})
