export { policyInForce, type InForce } from './priority/inForce.ts'
export { exposureOfAssets, type Exposure, type Leading } from './exposure/read.ts'
export { exposureRises, type Rise } from './exposure/rises.ts'
