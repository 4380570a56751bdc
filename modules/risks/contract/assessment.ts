import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { bothTexts, reason, versionedId } from './shared.ts'

export const assessmentStates = ['planned', 'running', 'concluded', 'cancelled'] as const

/** What became of a risk since the round before, in the order in which it is told; those of a first round are all the same. */
export const resultChanges = ['changed', 'new', 'gone', 'same'] as const

/** One round of assessment (ISO/IEC 27001 8.2): concluding it keeps what the register said about its scope. */
export const riskAssessment = noun({
  name: 'riskAssessment', room: 'risks', prefix: 'AR', label: 'name', owners: ['lead'],
  fields: {
    name: field.text({ required: true }),
    state: field.oneOf(assessmentStates, { writable: false }),
    lead: field.person(),
    /** With their sub-units; none means the whole organisation. */
    units: field.records('unit'),
    periodStart: field.date(),
    periodEnd: field.date(),
    purpose: field.longText({ max: 4_000 }),
    conclusion: field.longText({ max: 10_000 }),
    concludedAt: field.timestamp({ writable: false }),
    criteria: field.record('riskCriteria', { writable: false }),
    riskCount: field.integer({ writable: false }),
  },
})

const path = '/risk-assessments'
const level = z.int().nullable()
const figures = z.object({ inherentLevel: level, currentLevel: level, residualLevel: level })

export const assessmentOperations = {
  ...registerOperations(riskAssessment, path),
  start: operation({
    id: 'riskAssessment.start', method: 'POST', path: `${path}/{id}/start`, permission: 'riskAssessment:write',
    summary: { en: 'Start an assessment round', 'zh-CN': '启动风险评估' }, input: z.object(versionedId), output: riskAssessment.row,
  }),
  conclude: operation({
    id: 'riskAssessment.conclude', method: 'POST', path: `${path}/{id}/conclude`, permission: 'riskAssessment:write',
    summary: { en: 'Conclude a round: keep every risk of its scope as it stands', 'zh-CN': '完成风险评估，锁定范围内全部风险的快照' },
    input: z.object({ ...versionedId, conclusion: reason.max(10_000) }), output: riskAssessment.row,
  }),
  cancel: operation({
    id: 'riskAssessment.cancel', method: 'POST', path: `${path}/{id}/cancel`, permission: 'riskAssessment:write',
    summary: { en: 'Cancel a round', 'zh-CN': '取消风险评估' }, input: z.object({ ...versionedId, reason }), output: riskAssessment.row,
  }),
  result: operation({
    id: 'riskAssessment.result', method: 'GET', path: `${path}/{id}/result`, permission: 'riskAssessment:read',
    summary: { en: 'Coverage of a running round, or what a concluded one kept, against the round before', 'zh-CN': '查看评估进度或结果，并与上一轮比较' },
    input: z.object({ id: z.uuid(), cursor: z.string().max(100).optional() }),
    output: z.object({
      levels: z.array(z.object({ value: z.int(), title: bothTexts })),
      previous: z.object({ id: z.uuid(), reference: z.string(), name: z.string() }).nullable(),
      total: z.int(), assessed: z.int(), proposed: z.int(),
      byLevel: z.record(z.string(), z.int()), previousByLevel: z.record(z.string(), z.int()),
      changes: z.object({ added: z.int(), raised: z.int(), lowered: z.int(), rated: z.int(), closed: z.int() }),
      items: z.array(figures.extend({ id: z.uuid(), reference: z.string(), title: z.string(), status: z.string(), option: z.string().nullable(), previousLevel: level, change: z.enum(resultChanges) })),
      next: z.string().nullable(),
    }),
  }),
}
