import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'

export const directions = ['higherIsWorse', 'lowerIsWorse', 'bothWays'] as const
export type Direction = (typeof directions)[number]
export const frequencies = ['daily', 'weekly', 'monthly', 'quarterly', 'halfYearly', 'yearly'] as const
export type Frequency = (typeof frequencies)[number]
export const indicatorStates = ['green', 'amber', 'red', 'noData', 'stale'] as const
export type IndicatorState = (typeof indicatorStates)[number]

const bound = () => field.number({ inList: false })

/** A key risk indicator: a figure that tells early that risks are rising. */
export const riskIndicator = noun({
  name: 'riskIndicator', room: 'appetite', prefix: 'KRI', label: 'name', owners: ['owner'], unit: 'unit',
  fields: {
    name: field.text({ required: true }),
    /** Of the last measurement; `stale` when the next one is overdue, `noData` before the first. */
    state: field.oneOf(indicatorStates, { writable: false }),
    value: field.number({ writable: false, sortable: true }),
    measure: field.text({ required: true, max: 40, searchable: false }),
    direction: field.oneOf(directions, { required: true }),
    /** From here on the value is amber, then red. */
    amberFrom: bound(), redFrom: bound(),
    /** Down to here the value is amber, then red. */
    amberDownTo: bound(), redDownTo: bound(),
    frequency: field.oneOf(frequencies, { required: true }),
    nextDue: field.date({ writable: false }),
    measuredAt: field.timestamp({ writable: false }),
    owner: field.person(),
    unit: field.unit(),
    /** Where the figure comes from. */
    source: field.text({ max: 500, inList: false }),
    definition: field.longText({ max: 4_000 }),
    risks: field.records('risk', { brief: true }),
    /** From which state on the linked risks are to be assessed anew. */
    reopensAt: field.oneOf(['amber', 'red', 'never'], { required: true, inList: false }),
    active: field.boolean({ required: true, inList: false }),
  },
})

const path = '/risk-indicators'
const measurement = z.object({ at: z.iso.datetime({ offset: true }), value: z.number().min(-1e15).max(1e15), note: z.string().trim().max(500).nullable().optional() })
const taken = z.object({ added: z.int(), changed: z.int(), same: z.int() })

export const indicatorOperations = {
  ...registerOperations(riskIndicator, path),
  measure: operation({
    id: 'riskIndicator.measure', method: 'POST', path: `${path}/{id}/measurements`, permission: 'riskIndicator:measure',
    summary: { en: 'Record measurements; one at the same instant is replaced', 'zh-CN': '登记指标测量值；同一时刻的值将被更新' },
    input: z.object({ id: z.uuid(), measurements: z.array(measurement).min(1).max(1_000) }),
    output: taken.extend({ indicator: riskIndicator.row }),
  }),
  measurements: operation({
    id: 'riskIndicator.measurements', method: 'GET', path: `${path}/{id}/measurements`, permission: 'riskIndicator:read',
    summary: { en: 'Measurements over time, the latest first', 'zh-CN': '查看指标测量记录' },
    input: z.object({ id: z.uuid(), before: z.iso.datetime({ offset: true }).optional(), limit: z.coerce.number().int().min(1).max(1_000).default(400) }),
    output: z.object({
      items: z.array(z.object({
        at: z.string(), value: z.number(), note: z.string().nullable(), via: z.enum(['hand', 'api', 'import']),
        by: z.string().nullable(), state: z.enum(['green', 'amber', 'red']),
      })),
      next: z.string().nullable(),
    }),
  }),
  importMeasurements: operation({
    id: 'riskIndicator.importMeasurements', method: 'POST', path: `${path}/import-measurements`, permission: 'riskIndicator:measure',
    summary: { en: 'Take measurements from a table: indicator, instant, value, note', 'zh-CN': '从表格导入指标测量值：指标编号、时间、数值、备注' },
    input: z.object({ csv: z.string().min(1).max(2_000_000), dryRun: z.boolean().default(false) }),
    output: taken.extend({
      rows: z.int(), indicators: z.int(),
      /** Lines that cannot be taken, with the reason in the caller's language; nothing is written while there is one. */
      problems: z.array(z.object({ line: z.int(), message: z.string() })),
    }),
  }),
}
