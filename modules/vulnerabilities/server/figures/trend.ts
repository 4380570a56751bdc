import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { mostSteps, severityKeys, type FiguresTrend, type Step } from '../../contract/figures.ts'
import { dayIn } from '../dates.ts'
import { methods } from './method.ts'
import { dayPlus, endOfStep, keyOf, noCounts, stepsBetween, type Counts } from './rules.ts'
import { changesByDay } from './store.ts'

const usualDays = 26 * 7

/** What was open at the end of each step, opened and closed within it. Days to come are left out. One statement. Throws `vulnerabilityFigures.period`. */
export const trend = async (ctx: Ctx, { from: asked, to: until, step }: { from?: string | undefined; to?: string | undefined; step: Step }): Promise<FiguresTrend> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  const to = until === undefined || until > today ? today : until
  const from = asked ?? dayPlus(endOfStep(dayPlus(to, -usualDays), step), 1)
  const spans = stepsBetween(from, to, step, mostSteps)
  if (spans.length === 0 || spans.length > mostSteps) throw new HengError('vulnerabilityFigures.period', { status: 422, params: { most: mostSteps } })
  const rows = await changesByDay(ctx, from, to)
  const standing = noCounts()
  for (const { day, severity, opened, closed } of rows) if (day === null) standing[keyOf(severity)] += opened - closed
  const inStep = Map.groupBy(rows.filter(({ day }) => day !== null), ({ day }) => (endOfStep(day!, step) < to ? endOfStep(day!, step) : to))
  const items = spans.map((span) => {
    const [opened, closed]: [Counts, Counts] = [noCounts(), noCounts()]
    for (const row of inStep.get(span.to) ?? []) {
      opened[keyOf(row.severity)] += row.opened
      closed[keyOf(row.severity)] += row.closed
    }
    for (const key of severityKeys) standing[key] += opened[key] - closed[key]
    return { ...span, open: { ...standing }, opened, closed }
  })
  return { from, to, step, items, method: methods.trend[ctx.locale] }
}
