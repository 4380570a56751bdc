import { field, label, noun, operation, registerOperations, wordingSchema } from '@heng/contract'
import { z } from 'zod'
import { figures, frozenInputs } from './figures.ts'
import { basis, seedSchema, yearsSchema } from './shared.ts'

export const runStates = ['waiting', 'done', 'cancelled', 'failed'] as const

/** Inputs of all risks of a run, as they were when it began. */
export const frozenRun = z.object({
  risks: z.array(frozenInputs.omit({ years: true, seed: true, engineVersion: true, currency: true }).extend({ reference: z.string(), title: wordingSchema, unit: z.uuid().nullable(), group: z.string().nullable() })),
  currency: z.string(), coefficient: z.number(), years: z.int(), seed: z.int(), engineVersion: z.string(),
})
export type FrozenRun = z.output<typeof frozenRun>

const partOfRun = z.object({
  risk: z.uuid(),
  /** Expected loss, 95 % value at risk, chance of a loss, and part of the expected shortfall of all risks together. */
  mean: z.number(), p95: z.number(), probabilityOfLoss: z.number(), tail: z.number(),
})
const basisOfRun = z.object({ portfolio: figures, risks: z.array(partOfRun) })
export type BasisOfRun = z.output<typeof basisOfRun>
/** Effects that are not assessed count as nothing: `open` tells on how many risks. */
export const runResults = z.object({ inherent: basisOfRun, current: basisOfRun, planned: basisOfRun, open: z.object({ current: z.int(), planned: z.int() }) })
export type RunResults = z.output<typeof runResults>

const computed = { writable: false } as const
/** One simulation of all quantified risks together. */
export const lossRun = noun({
  name: 'lossRun', room: 'quantification', prefix: 'LR', label: 'name', unit: 'unit',
  fields: {
    name: field.text({ required: true }),
    state: field.oneOf(runStates, computed),
    riskCount: field.integer(computed),
    currentLoss: field.money(computed),
    valueAtRisk: field.money(computed),
    inherentLoss: field.money(computed),
    plannedLoss: field.money(computed),
    unit: field.unit(computed),
    startedBy: field.person(computed),
    startedAt: field.timestamp(computed),
    years: field.integer({ ...computed, inList: false }),
    seed: field.integer({ ...computed, inList: false }),
    coefficient: field.number({ ...computed, inList: false }),
    engineVersion: field.text({ ...computed, inList: false, searchable: false, max: 20 }),
    frozenHash: field.text({ ...computed, inList: false, searchable: false, max: 64 }),
    job: field.text({ ...computed, inList: false, searchable: false, max: 36 }),
    note: field.longText({ max: 2_000 }),
    frozen: field.recordOnly(field.json(frozenRun, computed)),
    results: field.recordOnly(field.json(runResults, computed)),
  },
})

const path = '/loss-runs'
const { list, get, update, archive, restore } = registerOperations(lossRun, path)
const read = 'lossRun:read' as const
const compared = z.object({ mean: z.number(), p95: z.number(), p99: z.number(), es95: z.number() })

export const runOperations = {
  list, get, update, archive, restore,
  start: operation({
    id: 'lossRun.start', method: 'POST', path, permission: 'lossRun:start',
    summary: { en: 'Simulate all quantified risks together', 'zh-CN': '对全部已量化风险进行组合模拟' },
    input: z.object({
      name: z.string().trim().min(1).max(200), unit: z.uuid().nullable().default(null),
      years: yearsSchema.default(1_000_000), seed: seedSchema.default(1),
      /** How closely the years of risks of one group go together. */
      coefficient: z.number().min(0).max(0.95).default(0.5), note: z.string().trim().max(2_000).optional(),
    }),
    output: z.object({ id: z.uuid(), reference: z.string(), jobId: z.uuid() }),
  }),
  latest: operation({
    id: 'lossRun.latest', method: 'GET', path: `${path}/latest`, permission: read,
    summary: { en: 'The latest finished simulation of all risks', 'zh-CN': '查看最近一次组合模拟' },
    input: z.object({ unit: z.uuid().optional() }),
    output: z.object({
      run: lossRun.row.nullable(), labels: z.record(z.string(), label),
      /** Quantified open risks now, and those of them whose inputs are not those of the run. */
      risks: z.int(), outdated: z.int(),
    }),
  }),
  compare: operation({
    id: 'lossRun.compare', method: 'GET', path: `${path}/{id}/compare/{other}`, permission: read,
    summary: { en: 'Compare two simulations', 'zh-CN': '比较两次模拟' },
    input: z.object({ id: z.uuid(), other: z.uuid(), basis: basis.default('current') }),
    output: z.object({
      basis, before: compared, after: compared, currencies: z.tuple([z.string(), z.string()]),
      curves: z.object({ before: figures.shape.exceedance, after: figures.shape.exceedance }),
      risks: z.array(z.object({ risk: z.uuid(), reference: z.string(), title: z.string(), before: z.number().nullable(), after: z.number().nullable() })),
    }),
  }),
}
