import type { MessagesOf } from '@heng/contract'
import type { riskAcceptance } from '../contract/acceptance.ts'
import type { riskAssessment } from '../contract/assessment.ts'
import type { riskCriteria } from '../contract/criteria.ts'
import type { treatmentMeasure } from '../contract/measure.ts'
import type { treatmentPlan } from '../contract/plan.ts'
import type { risk } from '../contract/risk.ts'
import type { riskScenario } from '../contract/scenario.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

interface Nouns {
  nouns: {
    riskCriteria: MessagesOf<typeof riskCriteria>
    riskScenario: MessagesOf<typeof riskScenario>
    risk: MessagesOf<typeof risk>
    treatmentMeasure: MessagesOf<typeof treatmentMeasure>
    treatmentPlan: MessagesOf<typeof treatmentPlan>
    riskAcceptance: MessagesOf<typeof riskAcceptance>
    riskAssessment: MessagesOf<typeof riskAssessment>
  }
}
export const messages = { en: en satisfies Nouns, 'zh-CN': zhCN satisfies Nouns }
