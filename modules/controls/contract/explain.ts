import { idInput, operation } from '@heng/contract'
import { z } from 'zod'
import { conclusions, testKinds } from './controlTest.ts'
import { resultStates } from './testResult.ts'

const both = z.object({ en: z.string(), 'zh-CN': z.string() })
export const explainStep = z.object({
  id: z.string(),
  label: both,
  inputs: z.array(z.object({ id: z.string(), label: both, value: z.union([z.number(), z.string(), z.null()]) })),
  rule: both,
  output: z.object({ percent: z.int().nullable(), stale: z.boolean() }),
})
export type ExplainStep = z.output<typeof explainStep>

const file = z.object({ id: z.uuid(), name: z.string(), addedAt: z.string(), addedBy: z.string() })
const explainedResult = z.object({
  id: z.uuid(), reference: z.string(), version: z.int(), state: z.enum(resultStates), conclusion: z.enum(conclusions),
  performedOn: z.iso.date(), performedBy: z.string().nullable(), concludedBy: z.string().nullable(), concludedAt: z.string().nullable(),
  reviewedBy: z.string().nullable(), reviewedAt: z.string().nullable(), independent: z.boolean().nullable(),
  examined: z.int().nullable(), deviations: z.int().nullable(), rate: z.number().nullable(), upperLimit: z.number().nullable(), confidence: z.number().nullable(),
  rationale: z.string().nullable(), hash: z.string().nullable(), files: z.array(file),
})
const explainedTest = z.object({
  id: z.uuid(), reference: z.string(), version: z.int(), name: z.string(), kind: z.enum(testKinds), state: z.enum(['active', 'paused']), tester: z.string().nullable(),
  schedule: z.string().nullable(), graceDays: z.int(), nextDue: z.iso.date().nullable(), overdue: z.boolean(), result: explainedResult.nullable(),
})
export type ExplainedTest = z.output<typeof explainedTest>

export const explain = operation({
  id: 'control.explain',
  method: 'GET',
  path: '/controls/{id}/effectiveness',
  permission: 'control:read',
  summary: { en: 'How the effectiveness of a control comes about', 'zh-CN': '控制有效性的依据' },
  input: idInput,
  output: z.object({
    control: z.object({ id: z.uuid(), reference: z.string(), name: z.string(), version: z.int() }),
    method: z.object({ id: z.string(), version: z.string() }),
    /** The day it was worked out for, by the organisation's calendar. */
    asOf: z.iso.date(),
    percent: z.int().nullable(),
    stale: z.boolean(),
    /** What the register shows, and since when; another figure only between midnight and the next nightly run. */
    stored: z.object({ percent: z.int().nullable(), stale: z.boolean(), at: z.string().nullable() }),
    steps: z.array(explainStep),
    tests: z.array(explainedTest),
  }),
})
