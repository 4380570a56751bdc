import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { reason, versionedId } from './shared.ts'

export const emergingStates = ['noted', 'watching', 'becameScenario', 'becameRisk', 'dismissed', 'duplicate'] as const
export const emergingSources = ['news', 'authority', 'peers', 'supplier', 'technology', 'regulation', 'staff', 'other'] as const
export const horizons = ['now', 'withinYear', 'oneToThreeYears', 'later'] as const
export const velocities = ['days', 'weeks', 'months', 'years'] as const
export const proximities = ['us', 'supplyChain', 'sector', 'elsewhere'] as const

/** Something new that may become a risk (ISO 31000, 6.4.2): anybody may report it, and somebody decides what becomes of it. */
export const emergingRisk = noun({
  name: 'emergingRisk', room: 'appetite', prefix: 'ER', label: 'title', owners: ['reportedBy', 'owner'], unit: 'unit',
  fields: {
    title: field.text({ required: true, max: 300 }),
    state: field.oneOf(emergingStates, { writable: false }),
    /** What was seen or heard. */
    what: field.longText({ max: 4_000 }),
    source: field.oneOf(emergingSources),
    sourceText: field.text({ max: 500, inList: false }),
    /** When it may become real. */
    horizon: field.oneOf(horizons),
    /** How fast harm follows once it begins. */
    velocity: field.oneOf(velocities),
    /** How near it has come. */
    proximity: field.oneOf(proximities),
    impact: field.longText({ max: 4_000 }),
    reportedBy: field.person({ writable: false }),
    owner: field.person(),
    unit: field.unit(),
    reviewDue: field.date(),
    reason: field.longText({ max: 2_000, writable: false }),
    decidedBy: field.person({ writable: false, inList: false }),
    decidedAt: field.timestamp({ writable: false, inList: false }),
    scenario: field.record('riskScenario', { writable: false, inList: false }),
    risk: field.record('risk', { writable: false, inList: false }),
    duplicateOf: field.record('emergingRisk', { writable: false, inList: false }),
  },
})

const path = '/emerging-risks'
const one = emergingRisk.row

export const emergingOperations = {
  ...registerOperations(emergingRisk, path),
  watch: operation({
    id: 'emergingRisk.watch', method: 'POST', path: `${path}/{id}/watch`, permission: 'emergingRisk:triage',
    summary: { en: 'Keep an eye on it, with somebody responsible and a day to look again', 'zh-CN': '持续关注，指定负责人和复核日期' },
    input: z.object({ ...versionedId, owner: z.uuid(), reviewDue: z.iso.date(), reason: reason.optional() }), output: one,
  }),
  dismiss: operation({
    id: 'emergingRisk.dismiss', method: 'POST', path: `${path}/{id}/dismiss`, permission: 'emergingRisk:triage',
    summary: { en: 'Dismiss it with a reason', 'zh-CN': '排除并说明理由' }, input: z.object({ ...versionedId, reason }), output: one,
  }),
  merge: operation({
    id: 'emergingRisk.merge', method: 'POST', path: `${path}/{id}/merge`, permission: 'emergingRisk:triage',
    summary: { en: 'Mark it as the same as another', 'zh-CN': '标记为重复线索' }, input: z.object({ ...versionedId, into: z.uuid() }), output: one,
  }),
  toScenario: operation({
    id: 'emergingRisk.toScenario', method: 'POST', path: `${path}/{id}/to-scenario`, permission: 'emergingRisk:triage',
    summary: { en: 'Propose it as a risk scenario of the knowledge base', 'zh-CN': '转为风险场景' },
    input: z.object({ ...versionedId, asset: z.uuid(), threat: z.string().max(80), vulnerability: z.string().max(80), reason: reason.optional() }), output: one,
  }),
  toRisk: operation({
    id: 'emergingRisk.toRisk', method: 'POST', path: `${path}/{id}/to-risk`, permission: 'emergingRisk:triage',
    summary: { en: 'Enter it into the risk register in its own words', 'zh-CN': '以文字描述直接登记为风险' },
    input: z.object({ ...versionedId, asset: z.uuid().optional(), owner: z.uuid().optional(), reason: reason.optional() }), output: one,
  }),
  reopen: operation({
    id: 'emergingRisk.reopen', method: 'POST', path: `${path}/{id}/reopen`, permission: 'emergingRisk:triage',
    summary: { en: 'Take up again what was dismissed', 'zh-CN': '恢复已排除的线索' }, input: z.object({ ...versionedId, reason }), output: one,
  }),
}
