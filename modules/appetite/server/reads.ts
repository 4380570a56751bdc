/** What other rooms ask of this one. */
export { importMeasurements } from './indicator/import.ts'
export { raiseTriggers, type Cause } from './trigger/raise.ts'
export { standing as appetiteStanding } from './statement/standing.ts'
export type { Standings } from '../contract/standing.ts'
export { openBreaches, type BreachTold } from './breach/told.ts'
export { statementInForce, type StatementInForce } from './statement/inForce.ts'
