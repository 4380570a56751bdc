import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { options, properties, reason, reductions, share, started, versionedId } from './shared.ts'

export const riskStates = ['open', 'closed', 'merged'] as const
export const acceptanceOfRisk = ['none', 'requested', 'accepted', 'refused', 'expired', 'reopened'] as const

/** What people rated, and why. The value of the asset is not among the factors: it comes from the asset. */
export const rating = z.object({
  factors: z.record(z.string(), z.int().nullable()),
  rationale: z.string(),
  ratedAt: z.iso.datetime(),
  ratedBy: z.string().nullable(),
})
export type Rating = z.output<typeof rating>

/** What each existing control takes off the risk while it works as it should. How well it works is what its tests say. */
export const controlEffects = z.array(z.strictObject({ control: z.uuid(), reductions, frequency: share, magnitude: share })).max(200)
export type ControlEffects = z.output<typeof controlEffects>

/** Whether the current rating holds against what the tests of controls show: it does, it is too low, or it could be lower. */
export const supports = ['supported', 'unsupported', 'better'] as const
export type Support = (typeof supports)[number]

const figure = { writable: false, inList: false } as const
const computedBy = () => field.recordOnly(field.text({ writable: false, searchable: false }))

/** A risk of the register: its identity lasts over years, an assessment round is a snapshot of it. */
export const risk = noun({
  name: 'risk', room: 'risks', prefix: 'R', label: 'title', owners: ['owner'], unit: 'unit',
  fields: {
    title: field.text({ required: true, bilingual: true, max: 500 }),
    currentLevel: field.level({ max: 10, writable: false }),
    residualLevel: field.level({ max: 10, writable: false }),
    inherentLevel: field.level({ max: 10, writable: false }),
    /** What the inherent rating comes to by the controls as far as their tests show that they work. */
    evidencedLevel: field.level({ max: 10, writable: false, inList: false }),
    support: field.oneOf(supports, { writable: false, inList: false }),
    /** The evidence rests on a test that is overdue. */
    evidenceStale: field.boolean({ writable: false, inList: false }),
    asset: field.record('asset'),
    furtherAssets: field.records('asset', { brief: true }),
    /** Of the knowledge base, or null for a threat described in own words. */
    threat: field.code('threats'),
    threatText: field.text({ max: 500, inList: false, sortable: false }),
    vulnerability: field.code('vulnerabilities'),
    vulnerabilityText: field.text({ max: 500, inList: false, sortable: false }),
    properties: field.tags(properties, { inList: false }),
    consequence: field.longText({ max: 4_000 }),
    owner: field.person(),
    /** The asset's unit; given by hand where there is no asset. */
    unit: field.unit(),
    option: field.oneOf(options),
    acceptance: field.oneOf(acceptanceOfRisk, { writable: false }),
    acceptedUntil: field.date({ writable: false, inList: false }),
    /** The residual level that was accepted; above it the acceptance no longer holds. */
    acceptedLevel: field.level({ max: 10, writable: false, inList: false }),
    reviewDue: field.date(),
    /** Its own interval; without one the criteria give the months for its level. */
    reviewMonths: field.integer({ min: 1, max: 60, inList: false, sortable: false, filterable: false }),
    status: field.oneOf(riskStates, { writable: false }),
    statusReason: field.longText({ max: 2_000, writable: false }),
    mergedInto: field.record('risk', { writable: false, inList: false }),
    existingControls: field.records('control'),
    source: field.oneOf(['generated', 'manual', 'vulnerability', 'incident'], { inList: false }),
    lastAssessedAt: field.timestamp({ writable: false, inList: false }),
    assetValue: field.level({ ...figure }),
    inherentLikelihood: field.integer({ ...figure, min: 0, max: 20 }),
    inherentImpact: field.integer({ ...figure, min: 0, max: 20 }),
    currentLikelihood: field.integer({ ...figure, min: 0, max: 20 }),
    currentImpact: field.integer({ ...figure, min: 0, max: 20 }),
    residualLikelihood: field.integer({ ...figure, min: 0, max: 20 }),
    residualImpact: field.integer({ ...figure, min: 0, max: 20 }),
    evidencedLikelihood: field.integer({ ...figure, sortable: false, min: 0, max: 20 }),
    evidencedImpact: field.integer({ ...figure, sortable: false, min: 0, max: 20 }),
    controlEffects: field.recordOnly(field.json(controlEffects)),
    inherent: field.recordOnly(field.json(rating, { writable: false })),
    current: field.recordOnly(field.json(rating, { writable: false })),
    /** Criteria, method `id@version` and definition that the figures were computed by. */
    criteria: field.record('riskCriteria', { writable: false, inList: false }),
    method: computedBy(),
    definitionHash: computedBy(),
  },
})

const path = '/risks'
const factors = z.record(z.string().max(64), z.int().min(0).max(20).nullable())

export const riskOperations = {
  ...registerOperations(risk, path),
  rate: operation({
    id: 'risk.rate', method: 'POST', path: `${path}/{id}/rate`, permission: 'risk:rate',
    summary: { en: 'Rate a risk, inherent or current, with the rationale', 'zh-CN': '对风险赋值（固有或现有）并说明理由' },
    input: z.object({ ...versionedId, basis: z.enum(['inherent', 'current']), factors, rationale: reason }),
    output: risk.row,
  }),
  rateMany: operation({
    id: 'risk.rateMany', method: 'POST', path: `${path}/rate`, permission: 'risk:rate',
    summary: { en: 'Rate several risks alike', 'zh-CN': '批量赋值' },
    input: z.object({
      ids: z.array(z.uuid()).min(1).max(1_000), basis: z.enum(['inherent', 'current']),
      factors,
      /** Factors that take the value suggested by the knowledge base for each risk's threat or vulnerability. */
      suggested: z.array(z.string().max(64)).max(6).default([]),
      rationale: reason,
      /** Leaves risks alone that are rated already. */
      onlyUnrated: z.boolean().default(true),
    }),
    output: z.object({ rated: z.int(), skipped: z.int() }),
  }),
  close: operation({
    id: 'risk.close', method: 'POST', path: `${path}/{id}/close`, permission: 'risk:write',
    summary: { en: 'Close a risk that no longer exists', 'zh-CN': '关闭已不存在的风险' },
    input: z.object({ ...versionedId, reason }), output: risk.row,
  }),
  reopen: operation({
    id: 'risk.reopen', method: 'POST', path: `${path}/{id}/reopen`, permission: 'risk:write',
    summary: { en: 'Open a closed risk again', 'zh-CN': '重新打开已关闭的风险' },
    input: z.object({ ...versionedId, reason }), output: risk.row,
  }),
  merge: operation({
    id: 'risk.merge', method: 'POST', path: `${path}/{id}/merge`, permission: 'risk:write',
    summary: { en: 'Merge a risk into another one of the register', 'zh-CN': '将风险并入另一风险' },
    input: z.object({ ...versionedId, into: z.uuid(), reason }), output: risk.row,
  }),
  reviewed: operation({
    id: 'risk.reviewed', method: 'POST', path: `${path}/{id}/reviewed`, permission: 'risk:rate',
    summary: { en: 'Confirm at its review that a risk stands as rated', 'zh-CN': '复评确认风险评级不变' },
    input: z.object({ ...versionedId, reason }), output: risk.row,
  }),
  treatment: operation({
    id: 'risk.treatment', method: 'GET', path: `${path}/{id}/treatment`, permission: 'risk:read', asOf: true,
    summary: { en: 'Measures, plans and acceptances of a risk', 'zh-CN': '查看风险的处置措施、计划和接受决定' },
    input: z.object({ id: z.uuid() }),
    output: z.object({
      measures: z.array(z.object({
        id: z.uuid(), reference: z.string(), title: z.string(), state: z.string(), progress: z.int().nullable(), owner: z.string().nullable(), due: z.string().nullable(),
        cost: z.object({ minor: z.int(), currency: z.string() }).nullable(), control: z.string().nullable(),
        reductions: z.array(z.object({ target: z.string(), steps: z.int().nullable() })),
        /** Part of the current rating already, since it was verified before that. */
        counted: z.boolean(),
      })),
      plans: z.array(z.object({ id: z.uuid(), reference: z.string(), name: z.string(), state: z.string() })),
      acceptances: z.array(z.object({
        id: z.uuid(), reference: z.string(), version: z.int(), state: z.string(), level: z.int().nullable(), owner: z.string().nullable(), authority: z.string().nullable(),
        validUntil: z.string().nullable(), reason: z.string().nullable(), decidedAt: z.string().nullable(), countersignedBy: z.string().nullable(), frozenHash: z.string().nullable(),
        mayDecide: z.boolean(), mayWithdraw: z.boolean(),
      })),
    }),
  }),
  recompute: operation({
    id: 'risk.recompute', method: 'POST', path: `${path}/recompute`, permission: 'risk:recompute',
    summary: { en: 'Recalculate all figures by the criteria in force', 'zh-CN': '按现行风险准则重新计算全部风险' },
    input: z.object({}), output: started,
  }),
}
