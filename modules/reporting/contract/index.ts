import { reportOperations } from './report.ts'

export { periodName, recentSpans, spans, spanOf, type Period, type Span } from './period.ts'
export { report, reportFormats, reportKinds, type ReportFormat, type ReportKind } from './report.ts'

export const reporting = { report: reportOperations }
