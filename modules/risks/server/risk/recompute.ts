import { emit, record, type Ctx } from '@heng/server-kit'
import { endAcceptances } from '../acceptance/end.ts'
import { criteriaInForce, type InForce } from '../method/inForce.ts'
import { exceeds } from './derive.ts'
import { figureKeys, figuresOf, type FigureFields } from './figureFields.ts'
import { controlsAgainst, type ControlOnRisk } from './safeguards.ts'
import { figuresIn, figuresText, moveInSearch, recomputeRows, stampFigures, writeFigures, type Recomputed, type RecomputeRow, type Which } from './recomputeStore.ts'

export interface RecomputeResult {
  /** Open risks looked at, and of these the ones whose level, on any basis, is another than before. */
  readonly seen: number
  readonly changed: number
  /** Highest id seen, to go on from; null when there was nothing. */
  readonly last: string | null
}

const noFigures = { ...Object.fromEntries(figureKeys.map((key) => [key, null])), support: null, evidenceStale: null } as FigureFields
const asWas = (row: RecomputeRow): FigureFields => ({ ...figuresIn(row.figures), support: row.support, evidenceStale: row.evidence_stale })

const fresh = (criteria: InForce | null, controls: ReadonlyMap<string, ControlOnRisk>, row: RecomputeRow): FigureFields => {
  if (criteria === null) return asWas(row)
  if (row.inherent === null && row.current === null) return noFigures
  return figuresOf(criteria, {
    id: row.id, inherent: row.inherent, current: row.current, ratedAt: row.rated_at, assetValue: row.fresh_value, option: row.option, controlEffects: row.control_effects,
  }, { measures: row.measures ?? [], controls })
}

const levels = ['inherentLevel', 'currentLevel', 'residualLevel', 'evidencedLevel', 'support'] as const
const told = (f: FigureFields, assetValue: number | null) => ({ ...Object.fromEntries(levels.map((key) => [key, f[key]])), assetValue })
const isAsWas = (row: RecomputeRow, after: FigureFields): boolean =>
  after.support === row.support && after.evidenceStale === row.evidence_stale && figuresText(after) === row.figures

/**
 * Computes figures anew from stored ratings, asset values, measures and the criteria in force. Writes only rows that come
 * out differently, and tells history (the fields that changed, and why they were looked at) only of those whose level, support or asset value did.
 * O(rows); five statements and one more per thousand changed levels.
 */
export const recompute = async (ctx: Ctx, which: Which, reason?: string): Promise<RecomputeResult> => {
  const criteria = await criteriaInForce(ctx)
  const rows = await recomputeRows(ctx, which)
  const controls = await controlsAgainst(ctx, [...new Set(rows.flatMap((r) => (r.control_effects ?? []).map((e) => e.control)))])
  const writes: Recomputed[] = []
  const stamps: string[] = []
  const moves: { id: string; unit: string | null }[] = []
  const changes: { id: string; reference: string; version: number; before: object; after: object }[] = []
  for (const row of rows) {
    const after = fresh(criteria, controls, row)
    const stale = criteria !== null && (row.inherent !== null || row.current !== null) && (row.criteria !== criteria.id || row.definition_hash !== criteria.hash)
    if (isAsWas(row, after) && row.asset_value === row.fresh_value && row.unit === row.fresh_unit) {
      if (stale) stamps.push(row.id)
      continue
    }
    if (row.unit !== row.fresh_unit) moves.push({ id: row.id, unit: row.fresh_unit })
    const before = asWas(row)
    const isTold = row.asset_value !== row.fresh_value || levels.some((key) => before[key] !== after[key])
    writes.push({
      ...after, id: row.id, assetValue: row.fresh_value, unit: row.fresh_unit, told: isTold,
      reopened: row.acceptance === 'accepted' && exceeds(after.residualLevel, row.accepted_level),
    })
    if (isTold) changes.push({ id: row.id, reference: row.reference, version: row.version + 1, before: told(before, row.asset_value), after: told(after, row.fresh_value) })
  }
  const by = criteria === null ? null : { id: criteria.id, name: criteria.name, hash: criteria.hash }
  await writeFigures(ctx, by, writes)
  if (by !== null) await stampFigures(ctx, by, stamps)
  await moveInSearch(ctx, moves)
  await record(ctx, { noun: 'risk', action: 'recomputed', reason: reason ?? null }, changes)
  await endAcceptances(ctx, writes.filter((w) => w.reopened).map((w) => w.id), 'reopened', null)
  for (let from = 0; from < changes.length; from += 1_000) await emit(ctx, 'risk.recomputed', { ids: changes.slice(from, from + 1_000).map((c) => c.id) })
  return { seen: rows.length, changed: changes.length, last: rows.at(-1)?.id ?? null }
}
