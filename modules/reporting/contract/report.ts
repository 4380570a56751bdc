import { field, locales, noun, operation, registerOperations } from '@heng/contract'
import type { Report } from '@heng/reports'
import { z } from 'zod'

export const reportKinds = ['board', 'audit'] as const
export type ReportKind = (typeof reportKinds)[number]

/** A report that was generated, kept word for word: the content lies in the file store under its SHA-256. */
export const report = noun({
  name: 'report', room: 'reporting', prefix: 'RP', label: 'title',
  fields: {
    title: field.text({ required: true, max: 300, writable: false }),
    kind: field.oneOf(reportKinds, { required: true, writable: false }),
    periodFrom: field.date({ required: true, writable: false }),
    periodTo: field.date({ required: true, writable: false }),
    language: field.oneOf(locales, { required: true, writable: false }),
    generatedBy: field.person({ writable: false }),
    generatedAt: field.timestamp({ required: true, writable: false }),
    /** The instant that its figures speak of. */
    asAt: field.timestamp({ required: true, writable: false, inList: false }),
    size: field.integer({ writable: false, inList: false }),
    /** SHA-256 of the canonical JSON (RFC 8785) of what it says: of the file that is downloaded as JSON. */
    sha256: field.text({ required: true, max: 64, writable: false, inList: false, searchable: false, sortable: false }),
  },
})

/** A report as model (`@heng/reports`); what it holds is checked where it is made. */
const content = z.looseObject({ title: z.string() }) as unknown as z.ZodType<Report, Report>

const asked = {
  kind: z.enum(reportKinds),
  from: z.iso.date(),
  to: z.iso.date(),
  language: z.enum(locales),
}
const words = {
  /** In the words of whoever presents it to the board: a foreword, and decisions asked for beyond those that follow from the records. */
  message: z.string().trim().max(200).optional(),
  decisions: z.array(z.string().trim().min(1).max(100)).max(4).optional(),
}
const path = '/reports'
const { list, get } = registerOperations(report, path)

export const reportOperations = {
  list, get,
  preview: operation({
    id: 'report.preview', method: 'GET', path: `${path}/preview`, permission: 'report:read',
    summary: { en: 'What a report would say; of long tables the first rows', 'zh-CN': '预览报告内容（长表格仅显示前若干行）' },
    input: z.object(asked),
    output: z.object({
      content,
      /** Rows of each long table in all, by its id. */
      rows: z.record(z.string(), z.int()),
    }),
  }),
  generate: operation({
    id: 'report.generate', method: 'POST', path: `${path}/generate`, permission: 'report:write',
    summary: { en: 'Generate a report and keep it word for word', 'zh-CN': '生成报告并锁定留存' },
    input: z.object({ ...asked, ...words }),
    /** The job answers with `{ report }`, the id of what was generated. */
    output: z.object({ jobId: z.uuid() }),
  }),
}

export const reportFormats = ['pdf', 'docx', 'xlsx', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]
