import { soaInForce } from '@heng/applicability/reads'
import { fill } from '@heng/contract'
import type { Report, Row, Section } from '@heng/reports'
import { criteriaStanding } from '@heng/risks/reads'
import type { Ctx } from '@heng/server-kit'
import { periodName } from '../../contract/index.ts'
import type { ReportRequest } from '../report/request.ts'
import { riskScale } from '../scales.ts'
import { auditOf, previewed, type Audit, type Chapter, type Source } from './chapter.ts'
import { controlChapters } from './controls.ts'
import { criteriaChapter, methodAnnex } from './criteria.ts'
import { driftChapters } from './drift.ts'
import { riskChapters } from './risks.ts'
import { statementChapter } from './statement.ts'
import { approvalChapter, evidenceChapter, historySections, overdueChapter } from './trail.ts'

export interface AuditReport {
  readonly report: Report
  readonly sources: readonly Source[]
}

/** The report for auditors: its sections, and the sources of its long tables, in the order of the report. The transaction of `ctx` stays open until the last source is read. */
export const auditReport = async (ctx: Ctx, { from, to, language }: ReportRequest, options: Pick<Audit, 'preview' | 'progress'>): Promise<AuditReport> => {
  const a = auditOf(ctx, { from, to }, options)
  const { t } = a
  const [criteria, soa] = [await criteriaStanding(ctx), await soaInForce(ctx)]
  const statement = statementChapter(soa, a)
  const chapters: Chapter[] = [criteriaChapter(criteria, a), ...(await riskChapters(a)), ...(await controlChapters(a, soa)), evidenceChapter(a), statement, ...(await driftChapters(a, soa)), approvalChapter(a), overdueChapter(a), { sections: await historySections(a) }]
  const report: Report = {
    title: t.title, subtitle: fill(t.subtitle, { period: periodName({ from, to }, language), at: a.instant(ctx.now) }), locale: language, organisation: ctx.org.name, classification: t.classification,
    ...(criteria === null ? {} : { edition: criteria.method }), generatedAt: ctx.now.toISOString(), timezone: ctx.org.timezone,
    scales: { risk: riskScale(criteria?.levels ?? [], language), ...statement.scales },
    sections: [{ heading: t.about.heading, blocks: [{ type: 'bullets', items: [t.about.scope, t.about.asAt, t.about.hashes, t.about.notAssessed] }] }, ...chapters.flatMap((c) => c.sections), ...methodAnnex(criteria, a)],
  }
  return { report, sources: chapters.flatMap((c) => c.sources ?? []) }
}

const firstOf = async (source: Source): Promise<{ rows: readonly Row[]; more: boolean }> => {
  const rows: Row[] = []
  for await (const piece of source.pieces()) {
    rows.push(...piece)
    if (rows.length > previewed) break
  }
  return { rows: rows.slice(0, previewed), more: rows.length > previewed }
}

/** The report with the first rows of its tables, and how many each has. */
export const auditPreview = async (ctx: Ctx, request: ReportRequest): Promise<{ content: Report; rows: Record<string, number> }> => {
  const { report, sources } = await auditReport(ctx, request, { preview: true, progress: () => Promise.resolve() })
  const [first, counts] = [new Map<string, readonly Row[]>(), {} as Record<string, number>]
  for (const source of sources) {
    const { rows, more } = await firstOf(source)
    first.set(source.id, rows)
    // Where nobody counts them beforehand, a number would only tell how many were looked at.
    if (source.count !== null || !more) counts[source.id] = source.count ?? rows.length
  }
  const filled = (section: Section): Section => ({
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.type !== 'table') return block
      const { id, rows } = block
      if (id === undefined || first.has(id)) return { ...block, rows: (id === undefined ? rows : first.get(id)!).slice(0, previewed) }
      counts[id] = rows.length
      return { ...block, rows: rows.slice(0, previewed) }
    }),
  })
  return { content: { ...report, sections: report.sections.map(filled) }, rows: counts }
}
