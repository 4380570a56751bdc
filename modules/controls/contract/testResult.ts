import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { conclusions } from './controlTest.ts'

export const resultStates = ['draft', 'concluded', 'reviewed', 'replaced'] as const
export const outcomes = ['pass', 'deviation', 'notApplicable'] as const

/** One item of a sample: its place in the population, what it is called there, what was found. */
export const testItem = z.strictObject({
  place: z.int().min(1),
  id: z.string().trim().min(1).max(200).nullable(),
  outcome: z.enum(outcomes).nullable(),
  note: z.string().trim().max(1_000).nullable(),
})
export type TestItem = z.output<typeof testItem>

/** What a test procedure found over a period (测试结果): the sample, each item, what people concluded and who looked at it again. */
export const testResult = noun({
  name: 'testResult',
  room: 'controls',
  prefix: 'TR',
  label: 'name',
  unit: 'unit',
  fields: {
    name: field.text({ max: 300, writable: false }),
    test: field.record('controlTest', { required: true }),
    control: field.record('control', { writable: false }),
    state: field.oneOf(resultStates, { writable: false }),
    conclusion: field.oneOf(conclusions),
    periodFrom: field.date({ inList: false }),
    periodTo: field.date({ inList: false }),
    performedOn: field.date(),
    performedBy: field.person(),
    unit: field.unit({ writable: false, inList: false }),
    populationSize: field.integer({ min: 0, inList: false }),
    /** SHA-256 of the identifiers that were drawn from, one a line, where a list was given. */
    populationHash: field.text({ writable: false, inList: false, searchable: false, filterable: false, sortable: false }),
    seed: field.text({ writable: false, inList: false, searchable: false, sortable: false }),
    items: field.recordOnly(field.json(z.array(testItem).max(1_000))),
    /** Counted from the items where there are any; given for a test that was done elsewhere. */
    examined: field.integer({ min: 0, max: 10_000_000, inList: false }),
    deviations: field.integer({ min: 0, max: 10_000_000 }),
    /** Deviation rate of the sample and its upper limit, in percent, at this confidence, against what is tolerable. */
    rate: field.number({ writable: false, inList: false }),
    upperLimit: field.number({ writable: false, inList: false }),
    confidence: field.number({ writable: false, inList: false }),
    tolerableRate: field.number({ writable: false, inList: false }),
    proposal: field.oneOf(conclusions, { writable: false, inList: false }),
    rationale: field.longText({ max: 8_000 }),
    concludedBy: field.person({ writable: false, inList: false }),
    concludedAt: field.timestamp({ writable: false, inList: false }),
    /** Neither performed nor concluded by the owner of the control. */
    independent: field.boolean({ writable: false, inList: false }),
    reviewedBy: field.person({ writable: false }),
    reviewedAt: field.timestamp({ writable: false, inList: false }),
    reviewNote: field.longText({ max: 4_000, writable: false }),
    replaces: field.record('testResult', { writable: false, inList: false }),
    replacementReason: field.longText({ max: 2_000, writable: false }),
    tester: field.person({ writable: false, inList: false }),
    controlOwner: field.person({ writable: false, inList: false }),
    /** What was concluded, word for word, with its SHA-256 (RFC 8785). */
    frozen: field.recordOnly(field.json(z.unknown(), { writable: false })),
    frozenHash: field.text({ writable: false, inList: false, searchable: false, sortable: false }),
  },
})

const path = '/test-results'
const versioned = { id: z.uuid(), version: z.int().min(1) }
const reason = z.string().trim().min(1).max(2_000)

export const testResultOperations = {
  ...registerOperations(testResult, path),
  draw: operation({
    id: 'testResult.draw',
    method: 'POST',
    path: `${path}/{id}/draw`,
    permission: 'testResult:write',
    summary: { en: 'Draw the sample', 'zh-CN': '抽取样本' },
    input: z.object({
      ...versioned,
      /** How many there are, or what they are called. */
      populationSize: z.int().min(1).max(2_000_000_000).optional(),
      identifiers: z.array(z.string().trim().min(1).max(200)).min(1).max(10_000).optional(),
      size: z.int().min(1).max(1_000).optional(),
      /** Made up where none is given. */
      seed: z.string().trim().min(1).max(100).optional(),
      /** Needed to draw again. */
      reason: reason.optional(),
    }),
    output: testResult.row,
  }),
  conclude: operation({
    id: 'testResult.conclude',
    method: 'POST',
    path: `${path}/{id}/conclude`,
    permission: 'testResult:conclude',
    summary: { en: 'Conclude a test', 'zh-CN': '作出测试结论' },
    input: z.object({ ...versioned, conclusion: z.enum(conclusions), rationale: z.string().trim().min(1).max(8_000) }),
    output: testResult.row,
  }),
  review: operation({
    id: 'testResult.review',
    method: 'POST',
    path: `${path}/{id}/review`,
    permission: 'testResult:review',
    summary: { en: 'Confirm a concluded test', 'zh-CN': '复核测试结论' },
    input: z.object({ ...versioned, note: z.string().trim().max(4_000).optional() }),
    output: testResult.row,
  }),
  replace: operation({
    id: 'testResult.replace',
    method: 'POST',
    path: `${path}/{id}/replace`,
    permission: 'testResult:write',
    summary: { en: 'Begin a result that corrects another', 'zh-CN': '更正测试结果' },
    input: z.object({ ...versioned, reason }),
    output: testResult.row,
  }),
}
