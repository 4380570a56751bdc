import type { AnnualLoss } from '@heng/risks/reads'
import type { Measure, Standing } from '../../contract/shared.ts'
import type { Resolved, Subject } from '../../rules/resolve.ts'
import { standingsOf } from '../../rules/standing.ts'
import type { RiskFacts } from './facts.ts'
import { assetCategoryOf, threatGroupOf } from './knowledge.ts'

/** A risk held against the lines that speak of it. */
export interface Place {
  readonly risk: RiskFacts
  readonly standing: Standing | null
  readonly level: Standing | null
  readonly planned: Standing | null
  readonly expected: Standing | null
  readonly extreme: Standing | null
  readonly beyond: readonly Measure[]
  readonly lines: Resolved
  readonly loss: AnnualLoss
}

const unknown: AnnualLoss = { expected: null, extreme: null }

export const subjectOf = (risk: Pick<RiskFacts, 'threat' | 'properties' | 'assetType' | 'unit'>, units: (unit: string | null) => readonly string[]): Subject => ({
  threatGroup: threatGroupOf(risk.threat), properties: risk.properties, assetCategory: assetCategoryOf(risk.assetType), units: units(risk.unit),
})

export const placeOf = (risk: RiskFacts, lines: Resolved, loss: AnnualLoss = unknown): Place => {
  const { overall, ...parts } = standingsOf({ current: risk.currentLevel, planned: risk.residualLevel, expected: loss.expected, extreme: loss.extreme }, lines)
  return { risk, standing: overall, ...parts, lines, loss }
}
