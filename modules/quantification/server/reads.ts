/** What other rooms ask of this one. */
export { lossSource } from './reads/lossSource.ts'
export { lossesOfRisks, type RiskLoss } from './reads/losses.ts'
