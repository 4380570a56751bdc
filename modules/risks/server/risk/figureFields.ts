import type { StoredRow } from '@heng/server-kit'
import type { Rating } from '../../contract/risk.ts'
import { riskFigures, type RiskFigures } from '../../method/figures.ts'
import type { InForce } from '../method/inForce.ts'
import { pendingEffects, type MeasureOnRisk } from './effects.ts'

/** The columns that hold the three figures of a risk. */
export const figureKeys = [
  'inherentLevel', 'inherentLikelihood', 'inherentImpact', 'currentLevel', 'currentLikelihood', 'currentImpact',
  'residualLevel', 'residualLikelihood', 'residualImpact',
] as const
export type FigureFields = Record<(typeof figureKeys)[number], number | null>

export const spread = (f: RiskFigures): FigureFields => ({
  inherentLevel: f.inherent.level, inherentLikelihood: f.inherent.likelihood, inherentImpact: f.inherent.impact,
  currentLevel: f.current.level, currentLikelihood: f.current.likelihood, currentImpact: f.current.impact,
  residualLevel: f.residual.level, residualLikelihood: f.residual.likelihood, residualImpact: f.residual.impact,
})

export interface RatedRow {
  readonly id: string
  readonly inherent: Pick<Rating, 'factors'> | null
  readonly current: Pick<Rating, 'factors' | 'ratedAt'> | null
  readonly assetValue: number | null
  readonly option: string | null
}

/** The figures of one risk by the criteria given. */
export const figuresOf = (criteria: InForce, row: RatedRow, measures: readonly MeasureOnRisk[]): FigureFields =>
  spread(riskFigures(criteria.method, {
    inherent: row.inherent?.factors ?? null,
    current: row.current?.factors ?? null,
    assetValue: row.assetValue,
    option: row.option,
    effects: pendingEffects(row.id, row.current?.ratedAt ?? null, measures),
  }))

export const ratedRow = (row: StoredRow): RatedRow => ({
  id: row.id, inherent: row.inherent as Rating | null, current: row.current as Rating | null,
  assetValue: row.assetValue as number | null, option: row.option as string | null,
})
