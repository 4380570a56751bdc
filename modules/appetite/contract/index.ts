import { breachOperations } from './breach.ts'
import { emergingOperations } from './emerging.ts'
import { indicatorOperations } from './indicator.ts'
import { positionOperations } from './position.ts'
import { statementOperations } from './statement.ts'
import { triggerOperations } from './trigger.ts'

export { toleranceBreach } from './breach.ts'
export { assetCategories, categoryKey, categoryKinds, properties, threatGroups, type Category } from './category.ts'
export { emergingRisk, emergingStates } from './emerging.ts'
export { riskIndicator, type IndicatorState } from './indicator.ts'
export { appetitePosition } from './position.ts'
export { standings, type Measure, type Standing } from './shared.ts'
export type { Standings } from './standing.ts'
export { riskAppetite, type Limits, type Line, type Policy, type Together } from './statement.ts'
export { reviewTrigger } from './trigger.ts'
export { triggerKinds, type TriggerKind } from './triggerKinds.ts'

export const appetite = {
  riskAppetite: statementOperations,
  appetitePosition: positionOperations,
  toleranceBreach: breachOperations,
  reviewTrigger: triggerOperations,
  riskIndicator: indicatorOperations,
  emergingRisk: emergingOperations,
}
