import { fill } from '@heng/contract'
import type { Report } from '@heng/reports'
import type { Ctx } from '@heng/server-kit'
import { periodName } from '../../contract/index.ts'
import { riskScale } from '../scales.ts'
import type { ReportRequest } from '../report/request.ts'
import { gatherBoard, type BoardMaterial } from './gather.ts'
import { assurance } from './sections/assurance.ts'
import { decisions } from './sections/decisions.ts'
import { losses } from './sections/losses.ts'
import { levels } from './sections/levels.ts'
import { contradicted, highest } from './sections/risks.ts'
import { summary } from './sections/summary.ts'
import { treatment } from './sections/treatment.ts'
import { wordsOf } from './words.ts'

/** Pages that the board is given. */
const pages = 2

interface Place {
  readonly organisation: string
  readonly timezone: string
  readonly at: Date
}

/** The report to the board in one language, out of what was gathered: no clock, no database. */
export const boardReport = (m: BoardMaterial, { language, from, to, message, decisions: asked = [] }: ReportRequest, { organisation, timezone, at }: Place): Report => {
  const w = wordsOf(language, timezone)
  const { t } = w
  const sections = [summary(m, w, message), levels(m, w), highest(m, w), contradicted(m, w), losses(m, w), treatment(m, w), assurance(m, w), decisions(m, w, asked)]
  return {
    title: t.title, subtitle: fill(t.subtitle, { organisation, period: periodName({ from, to }, language), at: w.instant(at) }),
    locale: language, organisation, classification: t.classification, generatedAt: at.toISOString(), timezone, pages,
    ...(m.criteria === null ? {} : { edition: fill(t.edition, { method: m.criteria.method, reference: m.criteria.reference }) }),
    scales: { risk: riskScale(m.criteria?.levels ?? [], language) },
    sections: sections.filter((section) => section !== null),
  }
}

export const composeBoard = async (ctx: Ctx, request: ReportRequest): Promise<Report> =>
  boardReport(await gatherBoard(ctx, { from: request.from, to: request.to }), request, { organisation: ctx.org.name, timezone: ctx.org.timezone, at: ctx.now })
