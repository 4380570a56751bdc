import type { Report } from '../model/report.ts'
import { checkReport } from '../model/check.ts'

export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    // RFC 8785, 3.2.3 orders by UTF-16 code units, which is how JavaScript compares strings.
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`)
  return `{${members.join(',')}}`
}

/**
 * The whole report as canonical JSON (RFC 8785): members in code unit order, no spaces, so that equal reports
 * give equal bytes and can be hashed. Nothing is shortened. Throws ReportError for a report that breaks the model.
 */
export function toJson(report: Report): string {
  checkReport(report)
  return canonical({ format: 'heng-report', formatVersion: 1, report })
}
