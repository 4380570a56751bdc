/** What other rooms ask of this one. */
export { lossesOfRisks, type RiskLoss } from './reads/losses.ts'
