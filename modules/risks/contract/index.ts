import { acceptanceOperations } from './acceptance.ts'
import { assessmentOperations } from './assessment.ts'
import { criteriaOperations } from './criteria.ts'
import { knowledgeOperations } from './knowledge.ts'
import { measureOperations } from './measure.ts'
import { planOperations } from './plan.ts'
import { riskOperations } from './risk.ts'
import { scenarioOperations } from './scenario.ts'
import { viewOperations } from './views.ts'

export { riskAcceptance } from './acceptance.ts'
export { riskAssessment } from './assessment.ts'
export { riskCriteria, type AcceptanceRule, type Scales } from './criteria.ts'
export { treatmentMeasure, type Effects } from './measure.ts'
export { treatmentPlan, type PlanContent } from './plan.ts'
export { risk, type ControlEffects, type Rating, type Support } from './risk.ts'
export { riskScenario, type Generation, type Selection } from './scenario.ts'
export { options, type TreatmentOption } from './shared.ts'

export const risks = {
  riskCriteria: criteriaOperations,
  riskKnowledge: knowledgeOperations,
  riskScenario: scenarioOperations,
  risk: { ...viewOperations, ...riskOperations },
  treatmentMeasure: measureOperations,
  treatmentPlan: planOperations,
  riskAcceptance: acceptanceOperations,
  riskAssessment: assessmentOperations,
}
