import { operation } from '@heng/contract'
import { z } from 'zod'

const bothTexts = z.object({ en: z.string(), 'zh-CN': z.string() })
const answer = z.object({ question: z.string().max(40), low: z.number().positive().max(1e15), high: z.number().positive().max(1e15) })

export const calibrationResult = z.object({
  id: z.uuid(), takenAt: z.string(), asked: z.int(), hit: z.int(), share: z.number(), interval: z.tuple([z.number(), z.number()]),
  /** How much wider intervals should be on a scale of ratios (below 1: narrower); null for too few answers. */
  widen: z.number().nullable(),
  /** Probability of being at least as far from nine in ten by chance alone: the weight of the person's estimates. */
  score: z.number(),
  advice: z.enum(['tooNarrow', 'tooWide', 'fits', 'tooFew']),
})
export type CalibrationResult = z.output<typeof calibrationResult>

export const calibrationOperations = {
  questions: operation({
    id: 'calibration.questions', method: 'GET', path: '/calibration/questions', permission: 'calibration:take',
    summary: { en: 'Questions to train 90 % intervals by', 'zh-CN': '校准训练题目（90 % 区间）' },
    input: z.object({}),
    output: z.object({ questions: z.array(z.object({ id: z.string(), text: bothTexts, unit: bothTexts })) }),
  }),
  submit: operation({
    id: 'calibration.submit', method: 'POST', path: '/calibration', permission: 'calibration:take',
    summary: { en: 'Hand in intervals and see how many hold', 'zh-CN': '提交区间并查看命中率' },
    input: z.object({ answers: z.array(answer).min(5).max(30) }),
    output: calibrationResult.extend({
      answers: z.array(answer.extend({ truth: z.number(), hit: z.boolean(), text: bothTexts, unit: bothTexts, source: bothTexts })),
    }),
  }),
  mine: operation({
    id: 'calibration.mine', method: 'GET', path: '/calibration', permission: 'calibration:take',
    summary: { en: 'One’s own trainings', 'zh-CN': '本人的校准训练记录' },
    input: z.object({}), output: z.object({ trainings: z.array(calibrationResult) }),
  }),
}
