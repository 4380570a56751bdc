import {
  AlertOutlined, AuditOutlined, BulbOutlined, CheckCircleOutlined, CheckOutlined, CloseCircleOutlined, FileDoneOutlined, HeatMapOutlined, MergeCellsOutlined,
  PlayCircleOutlined, RollbackOutlined, SafetyCertificateOutlined, SendOutlined, StopOutlined, ToolOutlined,
} from '@ant-design/icons'
import type { AnyNoun } from '@heng/contract'
import { defineRoom } from '@heng/web-kit'
import { risk, riskAcceptance, riskAssessment, riskCriteria, riskScenario, treatmentMeasure, treatmentPlan } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { acceptanceJson, criteriaJson, measureJson, planJson, riskJson } from './json.tsx'

const of = (noun: AnyNoun | { readonly name: string }) => ({ name }: AnyNoun): boolean => name === noun.name

export const room = defineRoom({
  name: 'risks',
  messages,
  nouns: [
    {
      noun: riskCriteria, path: 'risk-criteria', json: criteriaJson, nav: { group: 'plan', order: 40, icon: <AuditOutlined /> },
      groups: [
        { key: 'method', label: (t) => t.pages.groups.method, fields: ['name', 'definition'] },
        { key: 'text', label: (t) => t.pages.groups.text, fields: ['appetite', 'performing'] },
      ],
      actions: [{ name: 'submit', icon: <SendOutlined />, label: (t) => t.pages.criteria.submit, component: () => import('./criteria/Submit.tsx') }],
    },
    { noun: riskScenario, path: 'risk-scenarios' },
    {
      noun: risk, path: 'risks', json: riskJson, nav: { group: 'plan', order: 44, icon: <AlertOutlined /> },
      groups: [
        { key: 'what', label: (t) => t.pages.groups.what, fields: ['title', 'asset', 'furtherAssets', 'threat', 'threatText', 'vulnerability', 'vulnerabilityText', 'properties', 'consequence', 'existingControls'] },
        { key: 'who', label: (t) => t.pages.groups.who, fields: ['owner', 'unit'] },
        { key: 'state', label: (t) => t.pages.groups.state, fields: ['status', 'statusReason', 'mergedInto', 'option', 'acceptance', 'acceptedUntil', 'acceptedLevel', 'reviewDue', 'reviewMonths', 'lastAssessedAt', 'source'] },
      ],
      actions: [
        { name: 'reviewed', icon: <CheckOutlined />, label: (t) => t.pages.rating.reviewed, component: () => import('./risk/actions/Reviewed.tsx') },
        { name: 'merge', icon: <MergeCellsOutlined />, label: (t) => t.pages.actions.merge, component: () => import('./risk/actions/Merge.tsx') },
        { name: 'close', icon: <CloseCircleOutlined />, label: (t) => t.pages.actions.close, component: () => import('./risk/actions/Close.tsx') },
        { name: 'reopen', icon: <RollbackOutlined />, label: (t) => t.pages.actions.reopen, component: () => import('./risk/actions/Reopen.tsx') },
      ],
    },
    {
      noun: treatmentPlan, path: 'treatment-plans', json: planJson, frozen: () => import('./plan/FrozenPlan.tsx'), nav: { group: 'plan', order: 50, icon: <SafetyCertificateOutlined /> },
      actions: [
        { name: 'submit', icon: <SendOutlined />, label: (t) => t.pages.plan.submit, component: () => import('./plan/Submit.tsx') },
        { name: 'revise', icon: <RollbackOutlined />, label: (t) => t.pages.plan.revise, component: () => import('./plan/Revise.tsx') },
      ],
    },
    {
      noun: riskAcceptance, path: 'risk-acceptances', json: acceptanceJson, nav: { group: 'plan', order: 52, icon: <CheckCircleOutlined /> },
      actions: [
        { name: 'decide', icon: <CheckOutlined />, label: (t) => t.pages.acceptance.decide, component: () => import('./acceptance/Decide.tsx') },
        { name: 'withdraw', icon: <RollbackOutlined />, label: (t) => t.pages.acceptance.withdraw, component: () => import('./acceptance/Withdraw.tsx') },
      ],
    },
    {
      noun: treatmentMeasure, path: 'treatment-measures', json: measureJson, nav: { group: 'do', order: 20, icon: <ToolOutlined /> },
      groups: [
        { key: 'what', label: (t) => t.pages.groups.effect, fields: ['title', 'effects', 'risks', 'control', 'description'] },
        { key: 'who', label: (t) => t.pages.groups.who, fields: ['owner', 'unit'] },
        { key: 'money', label: (t) => t.pages.groups.money, fields: ['due', 'cost', 'progress', 'state'] },
      ],
      actions: [
        { name: 'verify', icon: <CheckOutlined />, label: (t) => t.pages.measure.verify, component: () => import('./measure/Verify.tsx') },
        { name: 'cancel', icon: <StopOutlined />, label: (t) => t.pages.measure.cancel, component: () => import('./measure/Cancel.tsx') },
      ],
    },
    {
      noun: riskAssessment, path: 'risk-assessments', nav: { group: 'check', order: 10, icon: <FileDoneOutlined /> },
      groups: [
        { key: 'scope', label: (t) => t.pages.groups.scope, fields: ['name', 'lead', 'units', 'periodStart', 'periodEnd'] },
        { key: 'text', label: (t) => t.pages.groups.text, fields: ['purpose', 'conclusion'] },
      ],
      actions: [
        { name: 'start', icon: <PlayCircleOutlined />, label: (t) => t.pages.assessment.start, component: () => import('./assessment/Start.tsx') },
        { name: 'conclude', icon: <CheckOutlined />, label: (t) => t.pages.assessment.conclude, component: () => import('./assessment/Conclude.tsx') },
        { name: 'cancel', icon: <StopOutlined />, label: (t) => t.pages.assessment.cancel, component: () => import('./assessment/Cancel.tsx') },
      ],
    },
  ],
  pages: [
    { path: 'risk-criteria', page: () => import('./criteria/CriteriaPage.tsx') },
    { path: 'risk-criteria/$id', page: () => import('./criteria/OneCriteriaPage.tsx') },
    {
      path: 'risk-scenarios', page: () => import('./inbox/InboxPage.tsx'),
      nav: { group: 'plan', order: 42, icon: <BulbOutlined />, label: (t) => t.nouns.riskScenario.many, permission: 'riskScenario:read' },
    },
    { path: 'risks', page: () => import('./register/RisksPage.tsx') },
    { path: 'risks/$id', page: () => import('./risk/RiskPage.tsx') },
    {
      path: 'risk-map', page: () => import('./map/MapPage.tsx'), asOf: { compare: 'risk-map-compare' },
      nav: { group: 'plan', order: 46, icon: <HeatMapOutlined />, label: (t) => t.pages.nav.map, permission: 'risk:read' },
    },
    { path: 'risk-map-compare', page: () => import('./map/MovementPage.tsx') },
    { path: 'treatment-plans', page: () => import('./plan/PlansPage.tsx') },
    { path: 'treatment-plans/$id', page: () => import('./plan/PlanPage.tsx') },
    { path: 'treatment-measures', page: () => import('./measure/MeasuresPage.tsx') },
    { path: 'treatment-measures/$id', page: () => import('./measure/MeasurePage.tsx') },
    { path: 'risk-acceptances', page: () => import('./acceptance/AcceptancesPage.tsx') },
    { path: 'risk-acceptances/$id', page: () => import('./acceptance/AcceptancePage.tsx') },
    { path: 'risk-assessments', page: () => import('./assessment/AssessmentsPage.tsx') },
    { path: 'risk-assessments/$id', page: () => import('./assessment/AssessmentPage.tsx') },
  ],
  recordPanels: [
    { id: 'risk-criteria', order: -10, label: (t) => t.pages.criteria.tab, component: () => import('./criteria/CriteriaPanel.tsx'), when: of(riskCriteria) },
    { id: 'risk-rating', order: -20, asOf: true, label: (t) => t.pages.rating.tab, component: () => import('./risk/rating/RatingPanel.tsx'), when: of(risk) },
    { id: 'risk-evidence', order: -15, label: (t) => t.pages.evidence.tab, component: () => import('./risk/evidence/EvidencePanel.tsx'), when: of(risk) },
    { id: 'risk-treatment', order: -10, asOf: true, label: (t) => t.pages.treatment.tab, component: () => import('./risk/treatment/TreatmentPanel.tsx'), when: of(risk) },
    { id: 'treatment-plan', order: -10, label: (t) => t.pages.plan.tab, component: () => import('./plan/PlanPanel.tsx'), when: of(treatmentPlan) },
    { id: 'risk-acceptance', order: -10, label: (t) => t.pages.acceptance.tab, component: () => import('./acceptance/FrozenPanel.tsx'), when: of(riskAcceptance) },
    { id: 'risk-assessment', order: -10, label: (t) => t.pages.assessment.tab, component: () => import('./assessment/ResultPanel.tsx'), when: of(riskAssessment) },
  ],
})
