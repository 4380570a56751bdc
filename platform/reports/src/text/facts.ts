import { messagesOf } from '../../locales/index.ts'
import type { Approval, Report } from '../model/report.ts'
import type { Row, Table } from '../model/table.ts'
import { cleanLine } from './clean.ts'
import { parseInstant, proseInstant } from './dates.ts'

/** `generatedAt` in milliseconds; `checkReport` has made sure that it is an instant. */
export function generatedTime(report: Report): number {
  return parseInstant(report.generatedAt) ?? 0
}

/** The facts under the title, in print order, without those that are not given. */
export function reportFacts(report: Report): { key: string; value: string }[] {
  const words = messagesOf(report.locale)
  const facts: [string, string | undefined][] = [
    [words.organisation, report.organisation],
    [words.version, report.version],
    [words.classification, report.classification],
    [words.generated, proseInstant(generatedTime(report), report.locale, report.timezone)],
    [words.edition, report.edition],
  ]
  return facts.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value: cleanLine(value) }]))
}

/** The approvals as an ordinary table, so that no format needs a second way to print them. */
export function approvalTable(report: Report, approvals: readonly Approval[]): Table {
  const words = messagesOf(report.locale)
  const rows = approvals.map((approval): Row => ({
    role: approval.role,
    name: approval.name,
    decision: words[approval.decision],
    at: approval.at ?? null,
    hash: approval.hash ?? null,
  }))
  return {
    type: 'table',
    columns: [
      { key: 'role', title: words.role, weight: 3 },
      { key: 'name', title: words.approvedBy, weight: 2.4 },
      { key: 'decision', title: words.decision, weight: 1.6 },
      { key: 'at', title: words.decidedAt, kind: 'date', weight: 2 },
      { key: 'hash', title: words.hash, weight: 5 },
    ],
    rows,
  }
}
