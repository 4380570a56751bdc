import { idInput, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { conclusion, requirementStatuses } from './conclusion.ts'
import { evidencedControl, ruleOf } from './evidence.ts'

const says = (en: string, zh: string) => ({ en, 'zh-CN': zh })
const status = z.enum(requirementStatuses)

/** What evidence proposes for a requirement, and from where. */
export const proposal = z.object({
  /** Null is "not assessed". */
  status: status.nullable(),
  /** `statement`: left out by the statement of applicability in force; `controls` that answer it directly; `mapping` to requirements that controls answer; null: nothing speaks of it. */
  by: z.enum(['statement', 'controls', 'mapping']).nullable(),
  /** Line of the statement that leaves it out. */
  line: z.uuid().nullable(),
  /** Controls that answer it directly; none where it is carried by a mapping. */
  controls: z.array(z.uuid()),
  /** Requirements that carry what they say over to it, the decisive ones first. */
  mapped: z.array(z.object({
    requirement: z.uuid(),
    /** Read from this requirement to the other one. */
    relationship: z.enum(['equal', 'subset', 'superset', 'intersect', 'none']),
    /** What the other one's own controls say of it, and what of that counts here. */
    direct: status.nullable(),
    carried: status.nullable(),
    controls: z.array(z.uuid()),
  })),
  /** Running controls behind it that nobody has tested. */
  untested: z.int(),
  stale: z.boolean(),
})
export type RequirementProposal = z.output<typeof proposal>

const concluded = conclusion.row.pick({ id: true, version: true, status: true, proposed: true, moved: true, movedAt: true, decidedAt: true, reason: true }).extend({ decidedBy: z.string().nullable() })

const node = z.object({
  id: z.uuid(),
  ref: z.string(),
  parent: z.uuid().nullable(),
  titleEn: z.string().nullable(),
  titleZh: z.string().nullable(),
  kind: z.string(),
  assessable: z.boolean(),
  /** Null for headings and what was withdrawn. */
  proposal: proposal.nullable(),
  conclusion: concluded.nullable(),
})
export type ComplianceNode = z.output<typeof node>

const counts = z.object({ met: z.int(), partly: z.int(), notMet: z.int(), notApplicable: z.int(), none: z.int() })

export const compliance = {
  status: operation({
    id: 'compliance.status',
    method: 'GET',
    path: '/frameworks/{id}/status',
    permission: 'conclusion:read',
    summary: says('How every requirement of a framework stands: by evidence, and as concluded', '框架各项要求的符合情况：依据证据的建议与已作出的判定'),
    input: idInput,
    output: z.object({
      framework: z.object({ id: z.uuid(), nameEn: z.string().nullable(), nameZh: z.string().nullable(), editionEn: z.string().nullable(), editionZh: z.string().nullable() }),
      rule: ruleOf,
      nodes: z.array(node),
      /** Controls and requirements that the proposals name, once each. */
      controls: z.array(evidencedControl),
      others: z.array(z.object({
        id: z.uuid(), ref: z.string(), titleEn: z.string().nullable(), titleZh: z.string().nullable(), framework: z.uuid(), editionEn: z.string().nullable(), editionZh: z.string().nullable(),
      })),
      /** Of assessable requirements; `none` is not assessed, or not concluded. */
      proposed: counts,
      concluded: counts,
      moved: z.int(),
      mayConclude: z.boolean(),
    }),
  }),
}


const basics = registerOperations(conclusion, '/conclusions')

export const conclusionOperations = {
  list: basics.list,
  get: basics.get,
  archive: basics.archive,
  restore: basics.restore,
  conclude: operation({
    id: 'conclusion.conclude',
    method: 'POST',
    path: '/conclusions',
    permission: 'conclusion:write',
    summary: says('Conclude how requirements stand', '判定要求的符合情况'),
    input: z.object({
      /** Each with the version of its conclusion that was seen, null where there was none. */
      items: z.array(z.strictObject({ requirement: z.uuid(), status, version: z.int().min(1).nullable() })).min(1).max(2_000),
      /** Needed as soon as one of them differs from what the evidence proposes at this moment. */
      reason: z.string().trim().min(1).max(2_000).optional(),
    }),
    output: z.object({ created: z.int(), changed: z.int(), unchanged: z.int() }),
  }),
}
