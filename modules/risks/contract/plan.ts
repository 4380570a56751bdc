import { field, label, noun, operation, registerOperations, wordingSchema } from '@heng/contract'
import { z } from 'zod'
import { versionedId } from './shared.ts'

export const planStates = ['draft', 'inReview', 'approved'] as const

export const treatmentPlan = noun({
  name: 'treatmentPlan', room: 'risks', prefix: 'TP', label: 'name', owners: ['owner'],
  fields: {
    name: field.text({ required: true }),
    state: field.oneOf(planStates, { writable: false }),
    /** Who sees to it that the plan is carried out; it is approved by the owners of its risks. */
    owner: field.person(),
    risks: field.records('risk'),
    /** Owners of its risks, each of whom has to say yes. */
    approvers: field.json(z.array(z.uuid()), { writable: false }),
    summary: field.longText({ max: 4_000 }),
    approvedAt: field.timestamp({ writable: false }),
    frozenHash: field.text({ writable: false, inList: false, searchable: false }),
    /** What was approved, word for word. */
    frozen: field.recordOnly(field.json(z.unknown(), { writable: false })),
  },
})

const level = z.int().nullable()
const id = z.uuid().nullable()
export const plannedRisk = z.object({
  id: z.uuid(), reference: z.string(), title: wordingSchema, owner: id, option: z.string().nullable(),
  inherentLevel: level, currentLevel: level, residualLevel: level,
})
export const plannedMeasure = z.object({
  id: z.uuid(), reference: z.string(), title: z.string(), owner: id, due: z.string().nullable(),
  cost: z.object({ minor: z.int(), currency: z.string() }).nullable(), control: id,
  effects: z.array(z.object({ risk: z.uuid(), reductions: z.array(z.object({ target: z.string(), steps: level })) })),
})
/** What risk owners approve (ISO/IEC 27001 6.1.3 e, f): every risk with its option and levels, every measure with owner, date and cost. */
export const planContent = z.object({
  name: z.string(), owner: id, summary: z.string().nullable(),
  /** Criteria that the levels were computed by. */
  method: z.string().nullable(), definitionHash: z.string().nullable(),
  plannedRisks: z.object({ noun: z.literal('risk'), rows: z.array(plannedRisk) }),
  plannedMeasures: z.object({ noun: z.literal('treatmentMeasure'), rows: z.array(plannedMeasure) }),
  /** By currency, minor units; measures without a cost are counted in `withoutCost`. */
  costs: z.object({ noun: z.literal('treatmentMeasure'), rows: z.array(z.object({ cost: z.object({ minor: z.int(), currency: z.string() }) })) }), withoutCost: z.int(),
})
export type PlanContent = z.output<typeof planContent>

/** What still stands in the way of submitting. */
export const planGaps = ['noRisks', 'riskWithoutOwner', 'riskWithoutOption', 'riskNotAssessed', 'reduceWithoutMeasure', 'measureWithoutOwner', 'measureWithoutDue', 'residualNotAssessed'] as const
const gap = z.object({ code: z.enum(planGaps), ids: z.array(z.uuid()) })

const path = '/treatment-plans'

export const planOperations = {
  ...registerOperations(treatmentPlan, path),
  content: operation({
    id: 'treatmentPlan.content', method: 'GET', path: `${path}/{id}/content`, permission: 'treatmentPlan:read',
    summary: { en: 'Risks, measures, costs and levels of a plan, as they stand and as approved', 'zh-CN': '查看处置计划内容：当前与批准时' },
    input: z.object({ id: z.uuid() }),
    output: z.object({
      live: planContent, gaps: z.array(gap),
      /** Progress of the measures, which is not part of what is approved. */
      progress: z.array(z.object({ measure: z.uuid(), state: z.string(), progress: z.int().nullable() })),
      frozen: planContent.nullable(), hash: z.string().nullable(),
      /** True where what is planned today is no longer what was approved. */
      drifted: z.boolean(), differences: z.array(z.object({ reference: z.string(), field: z.string() })),
      labels: z.record(z.string(), label),
    }),
  }),
  submit: operation({
    id: 'treatmentPlan.submit', method: 'POST', path: `${path}/{id}/submit`, permission: 'treatmentPlan:submit',
    summary: { en: 'Submit the whole plan to the owners of its risks', 'zh-CN': '将整份处置计划提交风险责任人批准' },
    input: z.object(versionedId), output: treatmentPlan.row,
  }),
  revise: operation({
    id: 'treatmentPlan.revise', method: 'POST', path: `${path}/{id}/revise`, permission: 'treatmentPlan:write',
    summary: { en: 'Open an approved plan for changes; what was approved holds until it is approved again', 'zh-CN': '修订已批准的计划；重新批准前，原批准内容继续有效' },
    input: z.object(versionedId), output: treatmentPlan.row,
  }),
}
