import { field, label, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { results, threeBases } from './figures.ts'
import { evidence, givenModel, lossModel, reduction } from './model.ts'
import { basis, seedSchema, versionedId, yearsSchema } from './shared.ts'

export const figureStates = ['notSimulated', 'fresh', 'outdated'] as const

const computed = { writable: false } as const

/** What a risk may cost in a year: one for each risk of the register. */
export const quantification = noun({
  name: 'quantification', room: 'quantification', prefix: 'RQ', label: 'title', owners: ['owner'], unit: 'unit',
  fields: {
    /** The risk's, and follows it. */
    title: field.text({ bilingual: true, max: 500, writable: false }),
    risk: field.record('risk', { required: true }),
    state: field.oneOf(figureStates, computed),
    /** Expected loss of a year on each basis; null while it is not simulated, and where not everything about it is assessed. */
    currentLoss: field.money(computed),
    valueAtRisk: field.money(computed),
    inherentLoss: field.money(computed),
    plannedLoss: field.money(computed),
    owner: field.person(computed),
    unit: field.unit(computed),
    /** Risks whose bad years go together carry the same word. */
    group: field.text({ max: 80 }),
    experts: field.records('person'),
    currency: field.text({ max: 3, writable: false, inList: false, searchable: false }),
    rationale: field.longText({ max: 4_000 }),
    sources: field.longText({ max: 4_000 }),
    years: field.integer({ min: 10_000, max: 5_000_000, inList: false }),
    seed: field.integer({ min: 0, max: 2_147_483_647, inList: false }),
    simulatedAt: field.timestamp({ writable: false, inList: false }),
    engineVersion: field.text({ writable: false, inList: false, searchable: false, max: 20 }),
    /** Of everything that the figures follow from, as it is now. */
    inputsHash: field.text({ writable: false, inList: false, searchable: false, max: 64 }),
    model: field.recordOnly(field.json(givenModel, { required: true })),
    evidence: field.recordOnly(field.json(evidence)),
    results: field.recordOnly(field.json(results, { writable: false })),
  },
})

const path = '/quantifications'
const read = 'quantification:read' as const
const switched = {
  /** Controls and measures as if they did nothing, or as if they worked fully. */
  off: z.array(z.uuid()).max(500).default([]),
  full: z.array(z.uuid()).max(500).default([]),
}
const fewYears = z.int().min(1_000).max(500_000).default(100_000)

/** One input of a model and what the loss becomes when it stands at either end of its own 90 % interval, all else as it is. */
const swing = z.object({
  input: z.enum(['frequency', 'capability', 'strength', 'magnitude', 'secondary']),
  low: z.object({ value: z.number(), mean: z.number(), p95: z.number() }),
  high: z.object({ value: z.number(), mean: z.number(), p95: z.number() }),
})
const effectSwing = z.object({
  reduction, without: z.object({ mean: z.number(), p95: z.number() }), full: z.object({ mean: z.number(), p95: z.number() }).nullable(),
})

export const quantificationOperations = {
  ...registerOperations(quantification, path),
  ofRisk: operation({
    id: 'quantification.ofRisk', method: 'GET', path: '/risks/{id}/quantification', permission: read,
    summary: { en: 'What a risk may cost, and what that rests on', 'zh-CN': '查看风险的损失金额及其依据' },
    input: z.object({ id: z.uuid() }),
    output: z.object({
      quantification: quantification.row.nullable(),
      /** Controls and measures as they are today. */
      reductions: z.array(reduction),
      labels: z.record(z.string(), label), currency: z.string(),
      /** Whether this caller may begin one. */
      mayBegin: z.boolean(),
    }),
  }),
  simulate: operation({
    id: 'quantification.simulate', method: 'POST', path: `${path}/{id}/simulate`, permission: 'quantification:simulate',
    summary: { en: 'Simulate a risk; at once, or as a job where it takes long', 'zh-CN': '模拟一项风险的损失（耗时较长时转为后台任务）' },
    input: z.object({ ...versionedId, years: yearsSchema.optional(), seed: seedSchema.optional() }),
    output: z.object({ jobId: z.uuid().nullable(), quantification: quantification.row.nullable() }),
  }),
  simulateOutdated: operation({
    id: 'quantification.simulateOutdated', method: 'POST', path: `${path}/simulate`, permission: 'quantification:simulate',
    summary: { en: 'Simulate every risk whose figures are missing or outdated', 'zh-CN': '模拟所有尚未模拟或已过期的量化分析' },
    input: z.object({}), output: z.object({ jobId: z.uuid() }),
  }),
  examples: operation({
    id: 'quantification.examples', method: 'POST', path: `${path}/examples`, permission: 'quantification:examples',
    summary: { en: 'Bring in the examples of the sample company', 'zh-CN': '载入示例公司的量化示例' },
    input: z.object({}), output: z.object({ jobId: z.uuid() }),
  }),
  preview: operation({
    id: 'quantification.preview', method: 'POST', path: '/risks/{id}/quantification/preview', permission: read, writes: false,
    summary: { en: 'What a model comes to, without keeping anything', 'zh-CN': '试算损失模型，不保存' },
    input: z.object({ id: z.uuid(), model: givenModel, ...switched, years: fewYears, seed: seedSchema.default(1) }),
    output: z.object({ bases: threeBases, years: z.int(), seed: z.int() }),
  }),
  whatIf: operation({
    id: 'quantification.whatIf', method: 'POST', path: `${path}/{id}/what-if`, permission: read, writes: false,
    summary: { en: 'Compare a risk as it is with other inputs, controls or measures', 'zh-CN': '假设分析：改变输入、控制措施或处置措施后与现状比较' },
    input: z.object({ id: z.uuid(), model: givenModel.optional(), ...switched, years: fewYears }),
    output: z.object({ today: threeBases, changed: threeBases, years: z.int(), seed: z.int() }),
  }),
  sensitivity: operation({
    id: 'quantification.sensitivity', method: 'GET', path: `${path}/{id}/sensitivity`, permission: read,
    summary: { en: 'Which input moves the loss most', 'zh-CN': '敏感性分析：哪项输入对损失影响最大' },
    input: z.object({ id: z.uuid(), basis: basis.default('current'), years: z.coerce.number().int().min(1_000).max(500_000).default(100_000) }),
    output: z.object({ basis, base: z.object({ mean: z.number(), p95: z.number() }), swings: z.array(swing), effects: z.array(effectSwing), years: z.int(), seed: z.int() }),
  }),
  fitIncidents: operation({
    id: 'quantification.fitIncidents', method: 'POST', path: `${path}/fit-incidents`, permission: read, writes: false,
    summary: { en: 'Propose frequency and cost from past incidents', 'zh-CN': '依据历史事件提出频率和损失的建议' },
    input: evidence,
    output: z.object({
      count: z.int(), rate: z.number(), rateInterval: z.tuple([z.number(), z.number()]),
      /** Null for none: then only the upper end of the interval says something. */
      frequency: lossModel.shape.frequency.nullable(),
      /** Null for fewer than three, from which no spread can be told. */
      magnitude: lossModel.shape.magnitude.nullable(),
    }),
  }),
}
