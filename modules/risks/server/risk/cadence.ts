import type { Ctx, Draft, StoredRow } from '@heng/server-kit'
import { ruleFor, type InForce } from '../method/inForce.ts'
import { addMonths } from './dates.ts'

/** Months until a risk is looked at again: its own where it has some, else those of the criteria for its level; null where neither says. */
export const reviewMonthsOf = (criteria: Pick<InForce, 'acceptance'> | null, own: number | null, level: number | null): number | null =>
  own ?? (criteria === null ? null : (ruleFor(criteria, level)?.reviewMonths ?? null))

const after = (ctx: Ctx, criteria: InForce | null, row: StoredRow, from: Date): string | null => {
  const months = reviewMonthsOf(criteria, row.reviewMonths as number | null, row.currentLevel as number | null)
  return months === null ? null : addMonths(from, months, ctx.org.timezone)
}

/** The day of the review that follows one at this moment; undefined where nothing says when. */
export const nextReview = (ctx: Ctx, criteria: InForce | null, row: StoredRow): string | undefined => after(ctx, criteria, row, ctx.now) ?? undefined

/** Another interval counts from the last assessment on; before the first, only the interval itself is kept. A day given with it stays. */
export const followCadence = (ctx: Ctx, criteria: InForce | null, { before, after: row }: Draft): void => {
  if (before === null || before.reviewMonths === row.reviewMonths || before.reviewDue !== row.reviewDue || row.lastAssessedAt === null) return
  row.reviewDue = after(ctx, criteria, row, new Date(row.lastAssessedAt as string)) ?? row.reviewDue
}
