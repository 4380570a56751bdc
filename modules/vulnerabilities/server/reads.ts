export { policyInForce, type InForce } from './priority/inForce.ts'
