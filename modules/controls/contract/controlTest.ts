import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'

export const testKinds = ['design', 'operating'] as const
export const conclusions = ['effective', 'partlyEffective', 'ineffective'] as const

/** How a control is tested (测试程序): what is done, by whom, how often, on what sample (ISO/IEC 27001 9.1). */
export const controlTest = noun({
  name: 'controlTest',
  room: 'controls',
  prefix: 'CT',
  label: 'name',
  unit: 'unit',
  fields: {
    name: field.text({ required: true }),
    control: field.record('control', { required: true }),
    kind: field.oneOf(testKinds, { required: true }),
    nextDue: field.date({ writable: false }),
    /** Past its day and its grace. */
    overdue: field.boolean({ writable: false, inList: false }),
    lastConclusion: field.oneOf(conclusions, { writable: false }),
    state: field.oneOf(['active', 'paused'], { required: true }),
    tester: field.person(),
    /** Whether somebody who owns the control may test it all the same. */
    independence: field.oneOf(['required', 'preferred'], { inList: false }),
    unit: field.unit(),
    /** RFC 5545 RRULE of whole days; none: once, and what was found is good for a year. */
    schedule: field.text({ max: 300, inList: false, sortable: false, filterable: false, searchable: false }),
    startsOn: field.date({ required: true, inList: false }),
    graceDays: field.integer({ min: 0, max: 366, inList: false }),
    procedure: field.longText({ max: 8_000 }),
    /** What has to be shown for it. */
    evidence: field.longText({ max: 4_000 }),
    population: field.text({ max: 500, inList: false, sortable: false }),
    /** Percent wanted of the sample's statement, with `tolerableRate`, the deviation rate in percent up to which the control still counts as effective. */
    confidence: field.integer({ min: 50, max: 99, inList: false }),
    tolerableRate: field.number({ min: 0.1, max: 50, inList: false }),
    /** A fixed number of items instead. */
    sampleSize: field.integer({ min: 1, max: 1_000, inList: false }),
    lastPerformedOn: field.date({ writable: false, inList: false }),
    lastResult: field.record('testResult', { writable: false, inList: false }),
    /** Owner of the control, who should not be the tester. */
    controlOwner: field.person({ writable: false, inList: false }),
  },
})

const path = '/control-tests'

export const controlTestOperations = {
  ...registerOperations(controlTest, path),
  preview: operation({
    id: 'controlTest.preview',
    method: 'GET',
    path: '/control-test-schedule',
    permission: 'controlTest:read',
    summary: { en: 'The next days of a schedule', 'zh-CN': '预览测试计划的执行日期' },
    input: z.object({ schedule: z.string().max(2_000), startsOn: z.iso.date() }),
    /** The first five days from today on, or from its start if that lies ahead. */
    output: z.object({ schedule: z.string(), days: z.array(z.iso.date()) }),
  }),
  sampleSize: operation({
    id: 'controlTest.sampleSize',
    method: 'GET',
    path: '/control-test-sample-size',
    permission: 'controlTest:read',
    summary: { en: 'How many items to examine', 'zh-CN': '计算样本量' },
    input: z.object({
      confidence: z.coerce.number().min(50).max(99),
      tolerable: z.coerce.number().min(0.1).max(50),
      population: z.coerce.number().int().min(0).max(2_000_000_000).optional(),
    }),
    output: z.object({ size: z.int() }),
  }),
}
