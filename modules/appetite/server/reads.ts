/** What other rooms ask of this one. */
export { importMeasurements } from './indicator/import.ts'
export { raiseTriggers, type Cause } from './trigger/raise.ts'
export { statementInForce, type StatementInForce } from './statement/inForce.ts'
