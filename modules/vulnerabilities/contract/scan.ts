import { field, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'

export const scanStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export const scanSources = ['upload', 'api', 'folder', 'liveCheck'] as const
/** Whether what a report does not tell is gone: `whole` where the scan looked for all that earlier ones of the tool did. */
export const coverages = ['whole', 'part'] as const

/** One report of one scanner, taken in. */
export const vulnerabilityScan = noun({
  name: 'vulnerabilityScan', room: 'vulnerabilities', prefix: 'VS', label: 'fileName', owners: ['startedBy'],
  fields: {
    fileName: field.text({ required: true, writable: false }),
    state: field.oneOf(scanStates, { required: true, writable: false }),
    tool: field.text({ max: 200, writable: false }),
    scannedAt: field.timestamp({ writable: false }),
    coverage: field.oneOf(coverages, { required: true, writable: false }),
    findings: field.integer({ writable: false }),
    /** Told for information only, or passed: counted, not followed. */
    informational: field.integer({ writable: false, inList: false }),
    opened: field.integer({ writable: false }),
    reopened: field.integer({ writable: false }),
    seenAgain: field.integer({ writable: false }),
    closed: field.integer({ writable: false }),
    targets: field.integer({ writable: false }),
    unmatched: field.integer({ writable: false }),
    /** What findings without a host belong to. */
    asset: field.record('asset', { writable: false, inList: false }),
    series: field.text({ max: 200, writable: false, inList: false }),
    source: field.oneOf(scanSources, { required: true, writable: false, inList: false }),
    startedBy: field.person({ writable: false }),
    /** The report broke off; what came before it was taken. */
    partial: field.boolean({ writable: false, inList: false }),
    /** The report itself, kept as evidence. */
    file: field.text({ writable: false, inList: false, searchable: false, filterable: false, sortable: false }),
    sha256: field.text({ writable: false, inList: false, searchable: false, sortable: false }),
  },
})

const path = '/vulnerability-scans'
const { list, get } = registerOperations(vulnerabilityScan, path)
const id = { id: z.uuid() }

export const scanOperations = {
  list,
  get,
  begin: operation({
    id: 'vulnerabilityScan.begin', method: 'POST', path, permission: 'vulnerabilityScan:run',
    summary: { en: 'Take in the report of a scanner', 'zh-CN': '导入扫描报告' },
    input: z.object({
      /** Uploaded before by `PUT /orgs/{org}/files`. */
      file: z.uuid(),
      /** Reader to use, where the format is not to be told from the content. */
      tool: z.string().regex(/^\w{1,60}$/).optional(),
      coverage: z.enum(coverages).default('part'),
      /** When the scan was over; else what the report says, else now. */
      scannedAt: z.iso.datetime({ offset: true }).optional(),
      /** What findings without a host belong to: an asset, or a name that the next report of the same bears as well. */
      asset: z.uuid().optional(),
      series: z.string().trim().min(1).max(200).optional(),
      /** Take what came before the place where a report breaks off. */
      partial: z.boolean().default(false),
    }),
    output: vulnerabilityScan.row,
  }),
  progress: operation({
    id: 'vulnerabilityScan.progress', method: 'GET', path: `${path}/{id}/progress`, permission: 'vulnerabilityScan:read',
    summary: { en: 'How far a report has been taken in', 'zh-CN': '扫描报告导入进度' },
    input: z.object(id),
    output: z.object({
      jobId: z.uuid().nullable(), state: z.enum(scanStates), done: z.int(), total: z.int().nullable(),
      error: z.object({ code: z.string(), message: z.string(), hint: z.string().nullable() }).nullable(),
    }),
  }),
}
