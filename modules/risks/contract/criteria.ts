import { field, noun, operation, registerOperations } from '@heng/contract'
import type { MethodDefinition } from '@heng/engine-risk'
import { z } from 'zod'
import { ownText, versionedId } from './shared.ts'

export const criteriaStates = ['draft', 'inReview', 'approved', 'superseded'] as const
export const acceptors = ['nobody', 'riskOwner', 'departmentHead', 'topManagement'] as const

const steps = z.array(z.strictObject({ value: z.int().min(0).max(20), text: ownText(1_000) })).max(21)

/** What each step of each scale means here, so that two people rate alike. */
export const scales = z.strictObject({
  factors: z.record(z.string().max(64), steps),
  /** How much harm counts as which step, by area: money, operations, law, reputation, people. */
  impactAreas: z.array(z.strictObject({ id: z.string().min(1).max(64), title: ownText(200), steps })).max(12),
})
export type Scales = z.output<typeof scales>

/** Risk acceptance criteria (ISO/IEC 27001 6.1.2 a 1), one rule for each level of the method. */
export const acceptanceRule = z.strictObject({
  level: z.int().min(1).max(10),
  acceptBy: z.enum(acceptors),
  treatment: z.enum(['none', 'recommended', 'mandatory']),
  reviewMonths: z.int().min(1).max(60),
  /** Longest time an acceptance holds. */
  validMonths: z.int().min(1).max(60),
})
export type AcceptanceRule = z.output<typeof acceptanceRule>

/** A method of the engine as data; its shape and soundness are checked by `validateDefinition`, with reasons in both languages. */
export const definition = z.looseObject({ id: z.string(), version: z.string() }) as unknown as z.ZodType<MethodDefinition, MethodDefinition>

export const riskCriteria = noun({
  name: 'riskCriteria', room: 'risks', prefix: 'RC', label: 'name',
  fields: {
    name: field.text({ required: true }),
    state: field.oneOf(criteriaStates, { writable: false }),
    /** `id@version` of the definition. */
    method: field.text({ writable: false }),
    approvedAt: field.timestamp({ writable: false }),
    appetite: field.longText({ max: 4_000 }),
    performing: field.longText({ max: 4_000 }),
    definition: field.recordOnly(field.json(definition)),
    scales: field.recordOnly(field.json(scales)),
    acceptance: field.recordOnly(field.json(z.array(acceptanceRule).min(2).max(10))),
    /** SHA-256 of the definition's canonical JSON (RFC 8785): figures carry it. */
    definitionHash: field.text({ writable: false, inList: false }),
    /** SHA-256 of everything that was approved. */
    frozenHash: field.text({ writable: false, inList: false }),
  },
})

const path = '/risk-criteria'
const one = riskCriteria.row

export const criteriaOperations = {
  ...registerOperations(riskCriteria, path),
  propose: operation({
    id: 'riskCriteria.propose', method: 'POST', path: `${path}/propose`, permission: 'riskCriteria:write',
    summary: { en: 'Draft risk criteria from defaults or from those in force', 'zh-CN': '按默认值或现行版本起草风险准则' },
    input: z.object({
      name: z.string().trim().min(1).max(200).optional(),
      /** A method of the engine, `id` or `id@version`; without it the one in force, or else the organisation's choice. */
      method: z.string().max(130).optional(),
    }),
    output: one,
  }),
  submit: operation({
    id: 'riskCriteria.submit', method: 'POST', path: `${path}/{id}/submit`, permission: 'riskCriteria:submit',
    summary: { en: 'Submit risk criteria to top management', 'zh-CN': '将风险准则提交最高管理层批准' },
    input: z.object(versionedId), output: one,
  }),
  inForce: operation({
    id: 'riskCriteria.inForce', method: 'GET', path: `${path}/in-force`, permission: 'riskCriteria:read', asOf: true,
    summary: { en: 'The criteria that ratings follow now', 'zh-CN': '当前评估所依据的风险准则' },
    input: z.object({}),
    output: z.object({
      /** Null before anybody drafted criteria: nothing can be rated then. */
      criteria: one.nullable(),
      /** Rated by a draft, because none is approved yet: figures are provisional and nothing can be accepted. */
      provisional: z.boolean(),
      /** Id of the method chosen at set-up, which the first criteria take. */
      chosenMethod: z.string(),
    }),
  }),
}
