/** What other rooms ask of this one; set-based, all of it about open risks of the organisation. */
export { annexAControlsNeeded, mostNeeding } from './reads/controls.ts'
export type { NamedRisk } from './reads/named.ts'
export { treatmentNeeds, type NamedRisks, type TreatmentNeeds } from './reads/treatment.ts'
export { risksTraced, type RiskTraced } from './reads/traced.ts'
export { risksBorneBy, riskFacts, type RiskFacts } from './reads/facts.ts'
export { chainOf, type ChainedControl, type ChainedMeasure, type RiskChain } from './reads/chain.ts'
export { riskCounts, type RiskCounts } from './reads/counts.ts'
export { topRisks, type TopRisk } from './views/top.ts'
