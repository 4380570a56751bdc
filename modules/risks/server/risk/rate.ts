import { HengError, notFound } from '@heng/contract'
import { authorise, rowsByIds, updateRecords, type Ctx, type StoredRow } from '@heng/server-kit'
import type { Rating } from '../../contract/risk.ts'
import { asRoom } from '../asRoom.ts'
import { suggestedFor } from '../knowledge/content.ts'
import { requireCriteria } from '../method/inForce.ts'
import { shown } from '../shown.ts'
import { authoriseRisk } from './authoriseRisk.ts'
import { risk, riskResource } from './register.ts'
import { checkFactors } from './rules.ts'

type RatedBasis = 'inherent' | 'current'
type RatedFactors = Record<string, number | null>

export const asRated = { recordedAs: 'rated' }

export const ratingOf = (ctx: Ctx, factors: RatedFactors, rationale: string): Rating => ({
  factors, rationale, ratedAt: ctx.now.toISOString(), ratedBy: ctx.caller.personId,
})

/** Rates one risk; level and place on the heat map follow from the criteria in force. */
export const rate = async (ctx: Ctx, input: { id: string; version: number; basis: RatedBasis; factors: RatedFactors; rationale: string }) => {
  await authoriseRisk(ctx, 'risk:rate', input.id)
  const { method } = await requireCriteria(ctx)
  checkFactors(method.definition, input.factors)
  const [saved] = await updateRecords(asRoom(ctx), risk, [{ id: input.id, version: input.version, values: { [input.basis]: ratingOf(ctx, input.factors, input.rationale) } }], input.rationale, 'updated', asRated)
  return shown(ctx, risk, saved!)
}

interface Many {
  readonly ids: readonly string[]
  readonly basis: RatedBasis
  readonly factors: RatedFactors
  readonly suggested: readonly string[]
  readonly rationale: string
  readonly onlyUnrated: boolean
}

const factorsFor = (row: StoredRow, { factors, suggested }: Many): RatedFactors => ({
  ...factors,
  ...Object.fromEntries(suggested.map((factor) => [factor, suggestedFor(factor, { threat: row.threat as string | null, vulnerability: row.vulnerability as string | null })])),
})

/** Rates risks alike, in a handful of statements; closed ones and, unless asked for, rated ones are skipped. */
export const rateMany = async (ctx: Ctx, input: Many) => {
  const rows = await rowsByIds(ctx, risk, input.ids)
  if (rows.length < new Set(input.ids).size) throw notFound('risk')
  for (const row of rows) authorise(ctx, 'risk:rate', riskResource(row))
  const { method } = await requireCriteria(ctx)
  const unknown = input.suggested.find((id) => !method.rated.some((f) => f.id === id))
  if (unknown !== undefined) throw new HengError('risks.unknownFactor', { params: { factor: unknown, allowed: method.rated.map((f) => f.id).join(', ') } })
  const fit = rows.filter((row) => row.status === 'open' && row.archivedAt === null && !(input.onlyUnrated && row[input.basis] !== null))
  const updates = fit.map((row) => {
    const factors = checkFactors(method.definition, factorsFor(row, input))
    return { id: row.id, values: { [input.basis]: ratingOf(ctx, { ...factors }, input.rationale) } }
  })
  await updateRecords(asRoom(ctx), risk, updates, input.rationale, 'updated', asRated)
  return { rated: fit.length, skipped: input.ids.length - fit.length }
}
