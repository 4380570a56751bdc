import type { StoredRow } from '@heng/server-kit'
import type { ControlEffects, Rating, Support } from '../../contract/risk.ts'
import { evidencedOf, supportOf, type Evidenced, type Safeguard } from '../../method/evidence.ts'
import { riskFigures, type RiskFigures } from '../../method/figures.ts'
import type { InForce } from '../method/inForce.ts'
import { pendingEffects, type MeasureOnRisk } from './effects.ts'
import { safeguardsOf, type ControlOnRisk } from './safeguards.ts'

/** The columns that hold the figures of a risk, all of them whole numbers or null. */
export const figureKeys = [
  'inherentLevel', 'inherentLikelihood', 'inherentImpact', 'currentLevel', 'currentLikelihood', 'currentImpact',
  'residualLevel', 'residualLikelihood', 'residualImpact', 'evidencedLevel', 'evidencedLikelihood', 'evidencedImpact',
] as const
export type FigureFields = Record<(typeof figureKeys)[number], number | null> & { readonly support: Support | null; readonly evidenceStale: boolean | null }

const spread = (f: RiskFigures, e: Evidenced): FigureFields => ({
  inherentLevel: f.inherent.level, inherentLikelihood: f.inherent.likelihood, inherentImpact: f.inherent.impact,
  currentLevel: f.current.level, currentLikelihood: f.current.likelihood, currentImpact: f.current.impact,
  residualLevel: f.residual.level, residualLikelihood: f.residual.likelihood, residualImpact: f.residual.impact,
  evidencedLevel: e.figure.level, evidencedLikelihood: e.figure.likelihood, evidencedImpact: e.figure.impact,
  support: supportOf(f.current.level, e), evidenceStale: e.worst === null ? null : e.stale,
})

type Factors = Readonly<Record<string, number | null>>

/** What the figures of a risk follow from. */
export interface RatedRow {
  readonly id: string
  readonly inherent: Factors | null
  readonly current: Factors | null
  readonly ratedAt: string | null
  readonly assetValue: number | null
  readonly option: string | null
  readonly controlEffects: ControlEffects | null
}
/** What stands against it. */
export interface Against {
  readonly measures: readonly MeasureOnRisk[]
  /** How well controls work, by id; those that are archived are not among them. */
  readonly controls: ReadonlyMap<string, ControlOnRisk>
}

export const evidenceOf = (criteria: Pick<InForce, 'method'>, row: RatedRow, against: Against): Evidenced => {
  const safeguards: readonly Safeguard[] = safeguardsOf(row.id, row.controlEffects ?? [], against)
  return evidencedOf(criteria.method, row.inherent, row.assetValue, safeguards)
}

/** The figures of one risk by the criteria given. */
export const figuresOf = (criteria: Pick<InForce, 'method'>, row: RatedRow, against: Against): FigureFields =>
  spread(riskFigures(criteria.method, {
    inherent: row.inherent, current: row.current, assetValue: row.assetValue, option: row.option,
    effects: pendingEffects(row.id, row.ratedAt, against.measures),
  }), evidenceOf(criteria, row, against))

export const ratedRow = (row: StoredRow): RatedRow => ({
  id: row.id, inherent: (row.inherent as Rating | null)?.factors ?? null, current: (row.current as Rating | null)?.factors ?? null, ratedAt: (row.current as Rating | null)?.ratedAt ?? null,
  assetValue: row.assetValue as number | null, option: row.option as string | null, controlEffects: row.controlEffects as ControlEffects | null,
})
