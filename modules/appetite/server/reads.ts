/** What other rooms ask of this one. */
export { raiseTriggers, type Cause } from './trigger/raise.ts'
export { statementInForce, type StatementInForce } from './statement/inForce.ts'
