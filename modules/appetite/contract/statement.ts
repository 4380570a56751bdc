import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { category } from './category.ts'
import { started, versionedId } from './shared.ts'
import { standing } from './standing.ts'
import { triggerKinds } from './triggerKinds.ts'

export const statementStates = ['draft', 'inReview', 'approved', 'superseded'] as const

const pair = <S extends z.ZodType>(one: S) => z.strictObject({ appetite: one, tolerance: one }).nullable()
/** Highest level still wanted, and highest still borne. */
export const levelPair = pair(z.int().min(1).max(10))
/** Amounts of a year in minor units of the statement's currency. */
export const moneyPair = pair(z.int().min(0).max(9_000_000_000_000))
export type Limits = { readonly appetite: number; readonly tolerance: number } | null

/**
 * One line: for the risks of a category in a unit with its sub-units, how much is wanted and how much is borne. What a line
 * leaves open is said by the next less specific one.
 */
export const line = z.strictObject({
  id: z.uuid(),
  category,
  /** Null: the whole organisation. */
  unit: z.uuid().nullable(),
  level: levelPair,
  /** Expected loss of a single risk in a year. */
  expected: moneyPair,
  /** Loss of a single risk that is exceeded in a year only with the statement's chance. */
  extreme: moneyPair,
  /** The same in words, for people. */
  words: z.string().trim().max(1_000).nullable(),
})
export type Line = z.output<typeof line>

/** For all risks of the organisation together. */
export const together = z.strictObject({ expected: moneyPair, extreme: moneyPair })
export type Together = z.output<typeof together>

const days = z.int().min(1).max(365)
export const policy = z.strictObject({
  /** Days within which somebody answers a breach of tolerance. */
  breachDays: days,
  /** Longest time of an exception. */
  exceptionDays: days,
  /** Days within which a risk is assessed anew after something happened; null: that does not reopen it. */
  reviewDays: z.strictObject(Object.fromEntries(triggerKinds.map((kind) => [kind, days.nullable()])) as Record<(typeof triggerKinds)[number], z.ZodNullable<z.ZodInt>>),
})
export type Policy = z.output<typeof policy>

/** Risk appetite and tolerance of the organisation (ISO 31000 6.3.4, ISO/IEC 27005 6.4): approved by top management and then frozen. */
export const riskAppetite = noun({
  name: 'riskAppetite', room: 'appetite', prefix: 'RA', label: 'name',
  fields: {
    name: field.text({ required: true }),
    state: field.oneOf(statementStates, { writable: false }),
    approvedAt: field.timestamp({ writable: false }),
    /** When it is looked at again. */
    reviewDue: field.date(),
    /** What the organisation wants to risk, and what not, in words. */
    words: field.longText({ max: 4_000 }),
    /** The bad year that `extreme` speaks of: 95 is the loss that is exceeded in one year of twenty. */
    percentile: field.number({ min: 50, max: 99.9, inList: false }),
    currency: field.text({ max: 3, writable: false, inList: false, searchable: false }),
    lines: field.recordOnly(field.json(z.array(line).min(1).max(200))),
    together: field.recordOnly(field.json(together)),
    policy: field.recordOnly(field.json(policy)),
    /** SHA-256 of what was approved (RFC 8785). */
    frozenHash: field.text({ writable: false, inList: false, searchable: false }),
  },
})

const path = '/risk-appetites'
const one = riskAppetite.row

export const statementOperations = {
  ...registerOperations(riskAppetite, path),
  propose: operation({
    id: 'riskAppetite.propose', method: 'POST', path: `${path}/propose`, permission: 'riskAppetite:write',
    summary: { en: 'Draft a statement from the one in force, or from the risk criteria', 'zh-CN': '按现行声明或风险准则起草风险偏好声明' },
    input: z.object({ name: z.string().trim().min(1).max(200).optional() }), output: one,
  }),
  submit: operation({
    id: 'riskAppetite.submit', method: 'POST', path: `${path}/{id}/submit`, permission: 'riskAppetite:submit',
    summary: { en: 'Submit the statement to top management', 'zh-CN': '将风险偏好声明提交最高管理层批准' },
    input: z.object(versionedId), output: one,
  }),
  inForce: operation({
    id: 'riskAppetite.inForce', method: 'GET', path: `${path}/in-force`, permission: 'riskAppetite:read',
    summary: { en: 'The statement in force', 'zh-CN': '现行风险偏好声明' },
    input: z.object({}),
    output: z.object({
      statement: one.nullable(),
      /** A draft or one under review, when there is one. */
      next: z.object({ id: z.uuid(), reference: z.string(), state: z.enum(statementStates) }).nullable(),
      /** Levels of the method in force, the lowest first. */
      levels: z.array(z.object({ value: z.int(), title: z.object({ en: z.string(), 'zh-CN': z.string() }) })),
    }),
  }),
  standing: operation({
    id: 'riskAppetite.standing', method: 'GET', path: `${path}/standing`, permission: 'appetitePosition:read',
    summary: { en: 'Where the risks stand against appetite and tolerance, by line', 'zh-CN': '按偏好条目查看风险现状' },
    input: z.object({}), output: standing,
  }),
  ofRisk: operation({
    id: 'riskAppetite.ofRisk', method: 'GET', path: '/risks/{id}/appetite', permission: 'appetitePosition:read',
    summary: { en: 'Which lines hold for a risk and how it stands', 'zh-CN': '查看适用于某项风险的偏好条目' },
    input: z.object({ id: z.uuid() }),
    output: z.object({
      statement: z.object({ id: z.uuid(), reference: z.string(), name: z.string(), currency: z.string(), percentile: z.number() }).nullable(),
      measures: z.array(z.object({
        measure: z.enum(['current', 'planned', 'expected', 'extreme']), standing: z.enum(['breach', 'watch', 'within', 'notAssessed']),
        value: z.number().nullable(), appetite: z.number(), tolerance: z.number(), line: z.uuid(), words: z.string().nullable(),
      })),
      breach: z.object({ id: z.uuid(), reference: z.string(), state: z.string(), dueOn: z.string().nullable(), answer: z.string().nullable(), exceptionUntil: z.string().nullable() }).nullable(),
    }),
  }),
  units: operation({
    id: 'riskAppetite.units', method: 'GET', path: `${path}/units`, permission: 'riskAppetite:read',
    summary: { en: 'Units that lines may speak of, with the unit above each', 'zh-CN': '偏好条目可选的部门及其上级' },
    input: z.object({}), output: z.object({ units: z.array(z.object({ id: z.uuid(), name: z.string(), parent: z.uuid().nullable() })) }),
  }),
  recheck: operation({
    id: 'riskAppetite.recheck', method: 'POST', path: `${path}/recheck`, permission: 'riskAppetite:write',
    summary: { en: 'Hold all open risks against the statement in force', 'zh-CN': '按现行声明重新检查全部风险' },
    input: z.object({}), output: started,
  }),
}
