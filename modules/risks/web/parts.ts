/** What other rooms may show of risks: a level in the words of the criteria, a state with its tone. */
export { RiskLevel } from './base/RiskLevel.tsx'
export { RiskEvidence } from './risk/evidence/RiskEvidence.tsx'
export { SupportTag } from './risk/evidence/SupportTag.tsx'
export { useTargetName } from './risk/treatment/useTargetName.ts'
export { State } from './renderers.tsx'
