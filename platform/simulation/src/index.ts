export { createPool, type Pool, type Pooled } from './pool.ts'
export { simulateIn, type Purpose } from './shared.ts'
