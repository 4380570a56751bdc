import { AlertOutlined, AuditOutlined, BulbOutlined, CheckCircleOutlined, FileDoneOutlined, SafetyOutlined, ToolOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { risk, riskAcceptance, riskAssessment, riskCriteria, riskScenario, treatmentMeasure, treatmentPlan } from '../contract/index.ts'
import { messages } from '../locales/index.ts'

export const room = defineRoom({
  name: 'risks',
  messages,
  nouns: [
    { noun: riskCriteria, path: 'risk-criteria', nav: { group: 'plan', order: 40, icon: <AuditOutlined /> } },
    { noun: riskScenario, path: 'risk-scenarios', nav: { group: 'plan', order: 42, icon: <BulbOutlined /> } },
    { noun: risk, path: 'risks', nav: { group: 'plan', order: 44, icon: <AlertOutlined /> } },
    { noun: riskAssessment, path: 'risk-assessments', nav: { group: 'check', order: 10, icon: <FileDoneOutlined /> } },
    { noun: treatmentPlan, path: 'treatment-plans', nav: { group: 'plan', order: 50, icon: <SafetyOutlined /> } },
    { noun: treatmentMeasure, path: 'treatment-measures', nav: { group: 'do', order: 20, icon: <ToolOutlined /> } },
    { noun: riskAcceptance, path: 'risk-acceptances', nav: { group: 'plan', order: 52, icon: <CheckCircleOutlined /> } },
  ],
})
