import { HengError, notFound } from '@heng/contract'
import { authorise, canonicalJson, rowsByIds, updateRecords, type Ctx, type StoredRow, type Values } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Rating } from '../../contract/risk.ts'
import { asRoom } from '../asRoom.ts'
import { requireCriteria } from '../method/inForce.ts'
import { asRated, ratingOf } from './rate.ts'
import { risk, riskResource } from './register.ts'
import { checkFactors } from './rules.ts'

/** A rating made now: factors with the rationale; one that stood before, as history has it; or null, no rating as before the first. */
export type GivenRating = Pick<Rating, 'factors' | 'rationale'> | Rating | null
export interface RatingGift {
  readonly id: string
  readonly inherent?: GivenRating
  readonly current?: GivenRating
}

const bases = ['inherent', 'current'] as const
const stoodBefore = (rating: GivenRating): rating is Rating | null => rating === null || 'ratedAt' in rating

/** Reads a rating that somebody proposes against the method in force; throws what `risk.rate` would. */
export const fittingRating = async (ctx: Ctx, rating: Pick<Rating, 'factors' | 'rationale'>): Promise<void> => {
  checkFactors((await requireCriteria(ctx)).method.definition, rating.factors)
}

/** Who rated a risk and when is not made up: what is restored must be what history says stood. One statement. */
const checkStood = async (ctx: Ctx, gifts: readonly RatingGift[]): Promise<void> => {
  const restored = gifts.flatMap((gift) => bases.flatMap((basis) => {
    const rating = gift[basis]
    return rating !== undefined && stoodBefore(rating) ? [{ id: gift.id, basis, rating }] : []
  }))
  if (restored.length === 0) return
  const { rows } = await sql<{ id: string }>`select r.id from jsonb_to_recordset(${JSON.stringify(restored)}::jsonb) as r(id uuid, basis text, rating jsonb)
    where not exists (select 1 from history h join history_payload p on p.org_id = h.org_id and p.history_id = h.id
      where h.org_id = ${ctx.org.id} and h.noun = 'risk' and h.record_id = r.id and p.after::jsonb -> r.basis = coalesce(r.rating, 'null'::jsonb))`.execute(ctx.tx)
  if (rows.length > 0) throw new HengError('risks.ratingUnknown', { status: 409, data: { risks: rows.map((r) => r.id) } })
}

/**
 * Rates any number of risks, each as given, or restores ratings that stood before; levels follow. With the right to rate. Two statements
 * for the risks, one for history, and one write for each of both kinds.
 */
export const giveRatings = async (ctx: Ctx, gifts: readonly RatingGift[], reason?: string): Promise<void> => {
  const rows = new Map((await rowsByIds(ctx, risk, gifts.map((g) => g.id), true)).map((row) => [row.id, row]))
  for (const { id } of gifts) {
    const row = rows.get(id)
    if (row === undefined) throw notFound('risk')
    authorise(ctx, 'risk:rate', riskResource(row))
  }
  await checkStood(ctx, gifts)
  const anew: { id: string; values: Values }[] = []
  const restored: { id: string; values: Values }[] = []
  for (const gift of gifts) {
    const [now, before] = await valuesOf(ctx, rows.get(gift.id)!, gift)
    if (Object.keys(now).length > 0) anew.push({ id: gift.id, values: now })
    if (Object.keys(before).length > 0) restored.push({ id: gift.id, values: before })
  }
  if (anew.length > 0) await updateRecords(asRoom(ctx), risk, anew, reason, 'updated', asRated)
  if (restored.length > 0) await updateRecords(asRoom(ctx), risk, restored, reason, 'updated', { recordedAs: 'ratingRestored' })
}

/** What a gift sets anew, and what it restores; a rating that stands already is left alone. */
const valuesOf = async (ctx: Ctx, row: StoredRow, gift: RatingGift): Promise<[Values, Values]> => {
  const [now, before]: [Values, Values] = [{}, {}]
  for (const basis of bases) {
    const rating = gift[basis]
    if (rating === undefined || canonicalJson(rating) === canonicalJson(row[basis] ?? null)) continue
    if (stoodBefore(rating)) before[basis] = rating
    else {
      await fittingRating(ctx, rating)
      now[basis] = ratingOf(ctx, { ...rating.factors }, rating.rationale)
    }
  }
  return [now, before]
}
