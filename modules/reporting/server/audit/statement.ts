import { statementReport, type SoaInForce } from '@heng/applicability/reads'
import type { Approval, Report } from '@heng/reports'
import { messages as soaMessages } from '@heng/applicability/locales'
import type { Audit, Chapter } from './chapter.ts'

/** The statement of applicability in force, line by line as it was approved. */
export const statementChapter = (soa: SoaInForce | null, a: Audit): Chapter & { readonly scales: NonNullable<Report['scales']> } => {
  const { t, locale, ctx } = a
  if (soa === null) return { sections: [{ heading: t.soa.heading, blocks: [{ type: 'note', text: t.soa.none }] }], scales: {} }
  const approvals = soa.decisions.map(({ name, at }): Approval => ({ role: soaMessages[locale].soa.report.approver, name, decision: 'approved', at, hash: soa.contentHash }))
  const { sections, scales = {} } = statementReport(soa.content, {
    locale, state: 'approved', contentHash: soa.contentHash, check: soa.check, approvals, generatedAt: soa.approvedAt, timezone: ctx.org.timezone,
  })
  const approved = approvals.map(({ name, at }) => `${name} · ${a.instant(at!)}`).join('\n')
  return {
    sections: [
      { heading: t.soa.heading, basis: t.soa.basis, landscape: true, blocks: [{ type: 'key-values', items: [{ key: t.soa.record, value: `${soa.reference} · v${soa.number}` }, { key: t.soa.approvedBy, value: approved === '' ? '–' : approved }, { key: 'SHA-256', value: soa.contentHash }] }] },
      ...sections.map((section) => ({ ...section, level: 2 as const, landscape: true })),
    ],
    scales,
  }
}
