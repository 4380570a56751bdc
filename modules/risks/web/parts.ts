/** What other rooms may show of risks: a level in the words of the criteria, a state with its tone. */
export { RiskLevel } from './base/RiskLevel.tsx'
export { RiskEvidence } from './risk/evidence/RiskEvidence.tsx'
export { SupportTag } from './risk/evidence/SupportTag.tsx'
export { useTargetName } from './risk/treatment/useTargetName.ts'
export { State } from './renderers.tsx'
/** A rating on other pages: the factors of the method in force with what they come to, and the effects of a measure. */
export { FactorInput } from './risk/rating/FactorInput.tsx'
export { useRateForm } from './risk/rating/useRateForm.ts'
export { useMethod, type InForce } from './base/useMethod.ts'
export { measureForm } from './measure/form.tsx'
