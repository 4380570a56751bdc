import { field, label, noun, operation, registerOperations, wordingSchema } from '@heng/contract'
import { z } from 'zod'
import { runStates } from './run.ts'
import { versionedId } from './shared.ts'

/** What is to become small: the expected loss of a year, or what risks cost in the worst twentieth of years. */
export const aims = ['mean', 'tail'] as const

const id = z.uuid()
const wantedMeasure = z.object({
  id,
  /** In each later year, in major units. */
  upkeep: z.number().min(0).max(9e10).default(0),
  mandatory: z.boolean().default(false), excluded: z.boolean().default(false),
  /** Measures that have to stand when this one begins, and such that rule it out. */
  requires: z.array(id).max(50).default([]), conflicts: z.array(id).max(50).default([]),
})

/** Measures, what they cost and take off, risks and what they cost, budgets: as they were when the choice was asked for. Major units. */
export const frozenChoice = z.object({
  run: id, currency: z.string(), aim: z.enum(aims), budget: z.array(z.number()),
  measures: z.array(wantedMeasure.extend({ reference: z.string(), title: z.string(), cost: z.number() })),
  risks: z.array(z.object({ id, reference: z.string(), title: wordingSchema, loss: z.number(), reductions: z.record(z.string(), z.number()) })),
})
export type FrozenChoice = z.output<typeof frozenChoice>

const amount = z.number()
const figures = z.object({ mean: amount, p95: amount, es95: amount })
export const choiceResults = z.object({
  status: z.enum(['optimal', 'gap', 'infeasible', 'none']),
  /** By how much at most another choice would leave less, as a share of what this one leaves. */
  gap: amount,
  chosen: z.array(z.object({ measure: id, year: z.int() })),
  years: z.array(z.object({ before: amount, after: amount, cost: amount })),
  frontier: z.array(z.object({ share: amount, status: z.string(), gap: amount, cost: amount, loss: amount, chosen: z.array(id) })),
  halved: z.array(z.object({ measure: id, loss: amount, best: amount, isKept: z.boolean(), added: z.array(id), removed: z.array(id) })),
  /** All risks simulated with today's controls, and with the chosen measures besides. */
  simulated: z.object({ before: figures, after: figures, years: z.int(), seed: z.int(), engineVersion: z.string() }).nullable(),
})
export type ChoiceResults = z.output<typeof choiceResults>

const computed = { writable: false } as const
/** Which measures to buy for a budget. */
export const measureChoice = noun({
  name: 'measureChoice', room: 'quantification', prefix: 'MC', label: 'name',
  fields: {
    name: field.text({ required: true }),
    state: field.oneOf(runStates, computed),
    aim: field.oneOf(aims, computed),
    cost: field.money(computed),
    lossBefore: field.money(computed),
    lossAfter: field.money(computed),
    measureCount: field.integer(computed),
    gap: field.number({ ...computed, inList: false }),
    run: field.record('lossRun', computed),
    plan: field.record('treatmentPlan', computed),
    startedBy: field.person(computed),
    startedAt: field.timestamp(computed),
    job: field.text({ ...computed, inList: false, searchable: false, max: 36 }),
    frozenHash: field.text({ ...computed, inList: false, searchable: false, max: 64 }),
    frozen: field.recordOnly(field.json(frozenChoice, computed)),
    results: field.recordOnly(field.json(choiceResults, computed)),
  },
})

const path = '/measure-choices'
const { list, get, update, archive, restore } = registerOperations(measureChoice, path)

export const choiceOperations = {
  list, get, update, archive, restore,
  candidates: operation({
    id: 'measureChoice.candidates', method: 'GET', path: `${path}/candidates`, permission: 'measureChoice:read',
    summary: { en: 'Measures that can be chosen among, and why others cannot', 'zh-CN': '可供选择的处置措施，以及不可选的原因' },
    input: z.object({ aim: z.enum(aims).default('mean') }),
    output: z.object({
      run: z.object({ id, reference: z.string(), name: z.string() }).nullable(), currency: z.string(),
      /** What all risks cost, on the basis that is aimed at. */
      loss: z.number(),
      measures: z.array(z.object({ id, reference: z.string(), title: z.string(), cost: z.number(), saves: z.number(), risks: z.int() })),
      left: z.array(z.object({ id, reference: z.string(), title: z.string(), why: z.enum(['noCost', 'otherCurrency', 'noEffect', 'notQuantified']) })),
      labels: z.record(z.string(), label),
    }),
  }),
  start: operation({
    id: 'measureChoice.start', method: 'POST', path, permission: 'measureChoice:start',
    summary: { en: 'Choose the measures that leave the smallest loss within a budget', 'zh-CN': '在预算内选择剩余损失最小的措施组合' },
    input: z.object({
      name: z.string().trim().min(1).max(200), aim: z.enum(aims).default('mean'),
      /** For each year, in major units of the organisation's currency; what one year leaves is gone. */
      budget: z.array(z.number().min(0).max(9e10)).min(1).max(5),
      measures: z.array(wantedMeasure).max(500).default([]),
      seconds: z.number().min(1).max(60).default(15),
    }),
    output: z.object({ id, reference: z.string(), jobId: id }),
  }),
  adopt: operation({
    id: 'measureChoice.adopt', method: 'POST', path: `${path}/{id}/adopt`, permission: 'measureChoice:adopt',
    summary: { en: 'Make the choice a treatment plan', 'zh-CN': '将所选组合转为处置计划' },
    input: z.object({
      ...versionedId, name: z.string().trim().min(1).max(200),
      /** Whether measures that were not chosen are cancelled; otherwise they stay part of the plan. */
      cancelOthers: z.boolean().default(false),
    }),
    output: z.object({ jobId: id }),
  }),
}
