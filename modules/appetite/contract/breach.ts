import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { line } from './statement.ts'
import { measures, reason, versionedId } from './shared.ts'

export const breachStates = ['open', 'answered', 'closed'] as const
export const answers = ['treatment', 'acceptance', 'exception'] as const
export const closings = ['withinTolerance', 'riskEnded', 'noLimit'] as const
/** Why what was answered is open again. */
export const reopenings = ['exceptionEnded', 'acceptanceEnded', 'measureLate', 'measureCancelled', 'measureTooWeak', 'risen'] as const

/** A risk beyond tolerance, from the day it was found there until it is back. */
export const toleranceBreach = noun({
  name: 'toleranceBreach', room: 'appetite', prefix: 'BR', label: 'title', owners: ['owner'], unit: 'unit',
  fields: {
    title: field.text({ required: true, bilingual: true, max: 500, writable: false }),
    state: field.oneOf(breachStates, { required: true, writable: false }),
    risk: field.record('risk', { required: true, writable: false }),
    beyond: field.tags(measures, { writable: false }),
    currentLevel: field.level({ max: 10, writable: false }),
    residualLevel: field.level({ max: 10, writable: false, inList: false }),
    expectedLoss: field.money({ writable: false, inList: false }),
    extremeLoss: field.money({ writable: false, inList: false }),
    owner: field.person({ writable: false }),
    unit: field.unit({ writable: false }),
    openedAt: field.timestamp({ writable: false }),
    dueOn: field.date({ writable: false }),
    answer: field.oneOf(answers, { writable: false }),
    answeredAt: field.timestamp({ writable: false, inList: false }),
    answeredBy: field.person({ writable: false, inList: false }),
    measure: field.record('treatmentMeasure', { writable: false, inList: false }),
    acceptance: field.record('riskAcceptance', { writable: false, inList: false }),
    exceptionUntil: field.date({ writable: false }),
    exceptionReason: field.longText({ max: 2_000, writable: false }),
    /** The level that the exception was granted at; above it, it does not hold. */
    exceptionLevel: field.level({ max: 10, writable: false, inList: false }),
    exceptionAsked: field.boolean({ writable: false, inList: false }),
    reopenedBecause: field.oneOf(reopenings, { writable: false, inList: false }),
    closedAt: field.timestamp({ writable: false }),
    closing: field.oneOf(closings, { writable: false }),
    statement: field.record('riskAppetite', { writable: false, inList: false }),
    /** The lines that were exceeded, word for word as approved. */
    limits: field.recordOnly(field.json(z.array(z.object({ measure: z.enum(measures), line })), { writable: false })),
  },
})

const path = '/tolerance-breaches'
const { list, get } = registerOperations(toleranceBreach, path)

export const breachOperations = {
  list, get,
  treat: operation({
    id: 'toleranceBreach.treat', method: 'POST', path: `${path}/{id}/treat`, permission: 'toleranceBreach:answer',
    summary: { en: 'Answer a breach by a treatment measure', 'zh-CN': '以处置措施应对超出容忍度的风险' },
    input: z.object({ ...versionedId, measure: z.uuid(), reason: reason.optional() }), output: toleranceBreach.row,
  }),
  requestException: operation({
    id: 'toleranceBreach.requestException', method: 'POST', path: `${path}/{id}/request-exception`, permission: 'toleranceBreach:answer',
    summary: { en: 'Ask top management for an exception until a day', 'zh-CN': '向最高管理层申请限期例外' },
    input: z.object({ ...versionedId, until: z.iso.date(), reason }), output: toleranceBreach.row,
  }),
  measures: operation({
    id: 'toleranceBreach.measures', method: 'GET', path: `${path}/{id}/measures`, permission: 'toleranceBreach:read',
    summary: { en: 'Measures that could answer a breach', 'zh-CN': '可用于应对的处置措施' },
    input: z.object({ id: z.uuid() }),
    output: z.object({ items: z.array(z.object({ id: z.uuid(), reference: z.string(), title: z.string(), state: z.string(), due: z.string().nullable() })) }),
  }),
}
