import { field, label, noun, operation, registerOperations } from '@heng/contract'
import { z } from 'zod'
import { targetKinds, targetStates } from './target.ts'
import { severities, vulnerabilityStates } from './vulnerability.ts'

export const scanStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export const scanSources = ['upload', 'api', 'folder', 'liveCheck', 'penetrationTest'] as const
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

/** What a column of a list may stand for in a finding; names as in `@heng/engine-scanners`. */
export const mappedFields = [
  'title', 'severity', 'host', 'port', 'protocol', 'service', 'cve', 'identifier', 'cwe', 'cvss', 'description', 'impact', 'solution', 'evidence', 'references', 'url', 'file', 'line', 'component',
  'version', 'fixedIn', 'mac', 'os', 'rule', 'status', 'firstSeen', 'lastSeen',
] as const
const column = z.string().min(1).max(300)
const how = {
  /** Reader to use, where the format is not to be told from the content. */
  tool: z.string().regex(/^\w{1,60}$/).optional(),
  /** Which columns or keys of a list stand for which field, where their names are not understood by themselves. */
  mapping: z.partialRecord(z.enum(mappedFields), z.union([column, z.array(column).min(1).max(20)])).optional(),
  /** Take what came before the place where a report breaks off. */
  partial: z.boolean().default(false),
}

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
      ...how,
      coverage: z.enum(coverages).default('part'),
      /** When the scan was over; else what the report says, else now. */
      scannedAt: z.iso.datetime({ offset: true }).optional(),
      /** What findings without a host belong to: an asset, or a name that the next report of the same bears as well. */
      asset: z.uuid().optional(),
      series: z.string().trim().min(1).max(200).optional(),
    }),
    output: vulnerabilityScan.row,
  }),
  progress: operation({
    id: 'vulnerabilityScan.progress', method: 'GET', path: `${path}/{id}/progress`, permission: 'vulnerabilityScan:read',
    summary: { en: 'How far a report has been taken in', 'zh-CN': '扫描报告导入进度' },
    input: z.object(id),
    output: z.object({
      jobId: z.uuid().nullable(), state: z.enum(scanStates), done: z.int(), total: z.int().nullable(),
      error: z.object({
        code: z.string(), message: z.string(), hint: z.string().nullable(),
        /** What is wrong with the report itself; how many findings were good before that place. */
        problem: z.string().nullable(), findingsRead: z.int().nullable(),
      }).nullable(),
    }),
  }),
  again: operation({
    id: 'vulnerabilityScan.again', method: 'POST', path: `${path}/{id}/again`, permission: 'vulnerabilityScan:run',
    summary: { en: 'Try a failed report again, read in another way', 'zh-CN': '以其他方式重新导入失败的扫描报告' },
    input: z.object({ ...id, ...how }),
    output: vulnerabilityScan.row,
  }),
  columns: operation({
    id: 'vulnerabilityScan.columns', method: 'GET', path: `${path}/{id}/columns`, permission: 'vulnerabilityScan:run',
    summary: { en: 'Columns and first rows of a report that is a table', 'zh-CN': '表格形式报告的列与前几行' },
    input: z.object(id),
    /** No columns: it is no table. */
    output: z.object({ columns: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  }),
  targets: operation({
    id: 'vulnerabilityScan.targets', method: 'GET', path: `${path}/{id}/targets`, permission: 'vulnerabilityScan:read',
    summary: { en: 'What a scan looked at', 'zh-CN': '一次扫描检测过的对象' },
    input: z.object({ ...id, state: z.enum(targetStates).optional(), after: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
    output: z.object({
      items: z.array(z.object({
        target: z.uuid(), reference: z.string(), name: z.string(), kind: z.enum(targetKinds), state: z.enum(targetStates), asset: z.uuid().nullable(),
        /** What the report tells of it that is followed. */
        findings: z.int(),
        /** Whether the scanner could log in; null where the report does not say. */
        credentialed: z.boolean().nullable(),
      })),
      next: z.uuid().nullable(), labels: z.record(z.string(), label),
    }),
  }),
  vulnerabilities: operation({
    id: 'vulnerabilityScan.vulnerabilities', method: 'GET', path: `${path}/{id}/vulnerabilities`, permission: 'vulnerabilityScan:read',
    summary: { en: 'Vulnerabilities that no later scan has seen', 'zh-CN': '本次扫描最后发现的漏洞' },
    input: z.object({ ...id, after: z.string().regex(/^[0-9a-f-]{36} [0-9a-f-]{36}$/).optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
    output: z.object({
      items: z.array(z.object({
        id: z.uuid(), reference: z.string(), title: z.string(), severity: z.enum(severities).nullable(), state: z.enum(vulnerabilityStates), target: z.uuid(), targetName: z.string(),
        /** Not known before this scan. */
        isNew: z.boolean(),
      })),
      next: z.string().nullable(),
    }),
  }),
  formats: operation({
    id: 'vulnerabilityScan.formats', method: 'GET', path: '/vulnerability-scan-formats', permission: 'vulnerabilityScan:run',
    summary: { en: 'Formats of reports that are understood', 'zh-CN': '支持的扫描报告格式' },
    input: z.object({}),
    /** `maxBytes`: the largest report that may be uploaded. */
    output: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })), maxBytes: z.int() }),
  }),
}
