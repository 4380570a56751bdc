import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { mostSteps, severityKeys, type FiguresTrend, type Step } from '../../contract/figures.ts'
import { dayIn } from '../dates.ts'
import { methods } from './method.ts'
import { dayPlus, endOfStep, keyOf, noCounts, stepsBetween, type Counts } from './rules.ts'
import { changesByDay, daysKnownFrom } from './store.ts'

const usualDays = 26 * 7

/** What was open at the end of each step, opened and closed within it. Days to come are left out, and null what came before days were known. Two statements. Throws `vulnerabilityFigures.period`. */
export const trend = async (ctx: Ctx, { from: asked, to: until, step }: { from?: string | undefined; to?: string | undefined; step: Step }): Promise<FiguresTrend> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  const to = until === undefined || until > today ? today : until
  const from = asked ?? dayPlus(endOfStep(dayPlus(to, -usualDays), step), 1)
  const spans = stepsBetween(from, to, step, mostSteps)
  if (spans.length === 0 || spans.length > mostSteps) throw new HengError('vulnerabilityFigures.period', { status: 422, params: { most: mostSteps } })
  const rows = await changesByDay(ctx, from)
  const knownFrom = await daysKnownFrom(ctx)
  const standing = noCounts()
  for (const { severity, standing: now, opened, closed } of rows) standing[keyOf(severity)] += now - opened + closed
  const inStep = Map.groupBy(rows.filter(({ day }) => day !== null), ({ day }) => (day! > to ? null : endOfStep(day!, step) < to ? endOfStep(day!, step) : to))
  const items = spans.map((span) => {
    const [opened, closed]: [Counts, Counts] = [noCounts(), noCounts()]
    for (const row of inStep.get(span.to) ?? []) {
      opened[keyOf(row.severity)] += row.opened
      closed[keyOf(row.severity)] += row.closed
    }
    for (const key of severityKeys) standing[key] += opened[key] - closed[key]
    return knownFrom === null || span.to < knownFrom ? { ...span, open: null, opened: null, closed: null } : { ...span, open: { ...standing }, opened, closed }
  })
  return { from, to, step, knownFrom, items, method: methods.trend[ctx.locale] }
}
