import { label, operation } from '@heng/contract'
import { z } from 'zod'
import { quantification } from './quantification.ts'
import { lossModel } from './model.ts'
import { reason, versionedId } from './shared.ts'

/** What experts are asked: events a year, the cost of one event, the cost of what may follow it. */
export const questions = ['frequency', 'magnitude', 'secondary'] as const
export const question = z.enum(questions)
export type Question = (typeof questions)[number]

const amount = z.number().positive().max(1e12)
/** In nine of ten cases between the two; as likely below the middle as above. */
export const estimate = z.object({ p5: amount, p50: amount.nullable().default(null), p95: amount })
export type Estimate = z.output<typeof estimate>

export const opinion = z.object({
  id: z.uuid(), person: z.uuid(), question, p5: z.number(), p50: z.number().nullable(), p95: z.number(), rationale: z.string().nullable(), givenAt: z.string(),
  /** Who wrote it down, where that was somebody else. */
  recordedBy: z.uuid().nullable(),
  /** How well this person's intervals hold: 0 to 1; null for whoever has not trained. */
  calibration: z.number().nullable(),
})
export type Opinion = z.output<typeof opinion>

export const poolings = ['linear', 'logarithmic'] as const
export const weightings = ['equal', 'calibration'] as const

const pooled = z.object({
  question,
  people: z.array(z.object({ person: z.uuid(), weight: z.number() })),
  /** Left out, for want of a training to weigh them by. */
  without: z.array(z.uuid()),
  p5: z.number(), p50: z.number(), p95: z.number(), mean: z.number(),
  /** Goes into the model as it is: a frequency, or the cost of an event. */
  frequency: lossModel.shape.frequency.nullable(), magnitude: lossModel.shape.magnitude.nullable(),
})
export type Pooled = z.output<typeof pooled>

const path = '/quantifications/{id}/opinions'

export const opinionOperations = {
  list: operation({
    id: 'lossOpinion.list', method: 'GET', path, permission: 'lossOpinion:read',
    summary: { en: 'What experts said; others’ only once one’s own is given', 'zh-CN': '查看专家意见（提交本人意见后方可查看他人意见）' },
    input: z.object({ id: z.uuid() }),
    output: z.object({
      title: z.string(), reference: z.string(), currency: z.string(), opinions: z.array(opinion),
      /** Experts asked who have not answered, and whether answers of others are hidden from this caller. */
      waiting: z.array(z.uuid()), hidden: z.int(), mayGive: z.boolean(), mayFacilitate: z.boolean(), labels: z.record(z.string(), label),
    }),
  }),
  give: operation({
    id: 'lossOpinion.give', method: 'POST', path, permission: 'lossOpinion:give',
    summary: { en: 'Give one’s estimate, or record that of an expert in a workshop', 'zh-CN': '提交估计（或在会议中代录专家意见）' },
    input: z.object({ id: z.uuid(), person: z.uuid().optional(), question, ...estimate.shape, rationale: z.string().trim().max(2_000).optional() }),
    output: z.object({ opinion }),
  }),
  pool: operation({
    id: 'lossOpinion.pool', method: 'GET', path: `${path}/pooled`, permission: 'quantification:read',
    summary: { en: 'Experts’ estimates put together', 'zh-CN': '汇总专家意见' },
    input: z.object({ id: z.uuid(), pooling: z.enum(poolings).default('linear'), weighting: z.enum(weightings).default('equal') }),
    output: z.object({ pooled: z.array(pooled) }),
  }),
  take: operation({
    id: 'lossOpinion.take', method: 'POST', path: `${path}/take`, permission: 'quantification:write',
    summary: { en: 'Take pooled estimates into the model, with the reason', 'zh-CN': '将汇总意见采纳到模型并说明理由' },
    input: z.object({ ...versionedId, questions: z.array(question).min(1).max(3), pooling: z.enum(poolings), weighting: z.enum(weightings), reason }),
    output: quantification.row,
  }),
}
