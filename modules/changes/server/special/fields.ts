import { dependenciesOf, replaceDependencies } from '@heng/assets/reads'
import { fittingRating, giveRatings, type GivenRating } from '@heng/risks/reads'
import { canonicalJson } from '@heng/server-kit'
import { z } from 'zod'
import type { SpecialField } from './special.ts'

/** Factors with the reason for them; who rated and when is noted when the set is applied. */
const proposedRating = z.strictObject({
  factors: z.record(z.string().max(64), z.int().min(0).max(20).nullable()),
  rationale: z.string().trim().min(1).max(2_000),
})
type Proposed = z.output<typeof proposedRating>

const told = (rating: unknown): string | null => {
  if (rating === null || rating === undefined) return null
  const { factors, rationale } = rating as Proposed
  return canonicalJson({ factors, rationale })
}

const rating = (basis: 'inherent' | 'current'): SpecialField => ({
  noun: 'risk',
  field: basis,
  permission: 'risk:rate',
  schema: proposedRating,
  check: (ctx, value) => fittingRating(ctx, value as Proposed),
  // One to be restored is the very same, with who rated and when; one that is proposed has neither yet.
  says: (current, proposed) => (proposed !== null && 'ratedAt' in (proposed as object) ? canonicalJson(current ?? null) === canonicalJson(proposed) : told(current) === told(proposed)),
  write: (ctx, values, reason) => giveRatings(ctx, values.map(({ id, value }) => ({ id, [basis]: value as GivenRating })), reason),
})

const dependsOn: SpecialField = {
  noun: 'asset',
  field: 'dependsOn',
  permission: 'asset:write',
  schema: z.array(z.uuid()).max(500).transform((ids) => [...new Set(ids)].toSorted()),
  read: (ctx, rows) => dependenciesOf(ctx, rows.map((row) => row.id)),
  write: (ctx, values, reason) => replaceDependencies(ctx, values.map(({ id, value }) => ({ id, dependsOn: value as string[] })), reason),
}

/** In the order in which they are written: values flow before risks are rated on them. */
export const specialFields: readonly SpecialField[] = [dependsOn, rating('inherent'), rating('current')]

export const specialOf = (noun: string, field: string): SpecialField | undefined => specialFields.find((s) => s.noun === noun && s.field === field)
