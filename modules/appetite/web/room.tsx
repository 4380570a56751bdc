import {
  AimOutlined, CheckOutlined, CloseCircleOutlined, CompassOutlined, DashboardOutlined, EyeOutlined, FieldTimeOutlined, MergeCellsOutlined, PlusCircleOutlined, RiseOutlined, RollbackOutlined, SendOutlined, ThunderboltOutlined, ToolOutlined, WarningOutlined,
} from '@ant-design/icons'
import type { AnyNoun } from '@heng/contract'
import { defineRoom } from '@heng/web-kit'
import { appetitePosition, emergingRisk, reviewTrigger, riskAppetite, riskIndicator, toleranceBreach } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { breachJson, statementJson } from './json.tsx'

const of = (noun: { readonly name: string }) => ({ name }: AnyNoun): boolean => name === noun.name

export const room = defineRoom({
  name: 'appetite',
  messages,
  nouns: [
    {
      noun: riskAppetite, path: 'risk-appetites', json: statementJson, frozen: () => import('./statement/FrozenStatement.tsx'), nav: { group: 'plan', order: 41, icon: <AimOutlined /> },
      actions: [{ name: 'submit', icon: <SendOutlined />, label: (t) => t.pages.statement.submit, component: () => import('./statement/Submit.tsx') }],
    },
    { noun: appetitePosition, path: 'appetite-positions' },
    {
      noun: toleranceBreach, path: 'tolerance-breaches', json: breachJson, nav: { group: 'check', order: 4, icon: <WarningOutlined /> },
      actions: [
        { name: 'treat', icon: <ToolOutlined />, label: (t) => t.pages.breach.treat, component: () => import('./breach/Treat.tsx') },
        { name: 'requestException', icon: <FieldTimeOutlined />, label: (t) => t.pages.breach.askException, component: () => import('./breach/RequestException.tsx') },
      ],
    },
    {
      noun: reviewTrigger, path: 'review-triggers', nav: { group: 'check', order: 8, icon: <ThunderboltOutlined /> },
      actions: [{ name: 'withdraw', icon: <RollbackOutlined />, label: (t) => t.pages.trigger.withdraw, component: () => import('./trigger/Withdraw.tsx') }],
    },
    {
      noun: riskIndicator, path: 'risk-indicators', nav: { group: 'check', order: 6, icon: <DashboardOutlined /> },
      groups: [
        { key: 'what', label: (t) => t.pages.groups.what, fields: ['name', 'measure', 'definition', 'source'] },
        { key: 'bounds', label: (t) => t.pages.groups.bounds, fields: ['direction', 'amberFrom', 'redFrom', 'amberDownTo', 'redDownTo'] },
        { key: 'when', label: (t) => t.pages.groups.when, fields: ['frequency', 'active', 'owner', 'unit'] },
        { key: 'risks', label: (t) => t.pages.groups.risks, fields: ['risks', 'reopensAt'] },
      ],
      actions: [{ name: 'measure', icon: <PlusCircleOutlined />, label: (t) => t.pages.indicator.add, component: () => import('./indicator/MeasureDialog.tsx') }],
    },
    {
      noun: emergingRisk, path: 'emerging-risks', nav: { group: 'plan', order: 43, icon: <RiseOutlined /> },
      actions: [
        { name: 'watch', icon: <EyeOutlined />, label: (t) => t.pages.emerging.decisions.watch, component: () => import('./emerging/Watch.tsx') },
        { name: 'toScenario', icon: <CompassOutlined />, label: (t) => t.pages.emerging.decisions.toScenario, component: () => import('./emerging/ToScenario.tsx') },
        { name: 'toRisk', icon: <CheckOutlined />, label: (t) => t.pages.emerging.decisions.toRisk, component: () => import('./emerging/ToRisk.tsx') },
        { name: 'merge', icon: <MergeCellsOutlined />, label: (t) => t.pages.emerging.decisions.merge, component: () => import('./emerging/Merge.tsx') },
        { name: 'dismiss', icon: <CloseCircleOutlined />, label: (t) => t.pages.emerging.decisions.dismiss, component: () => import('./emerging/Dismiss.tsx') },
        { name: 'reopen', icon: <RollbackOutlined />, label: (t) => t.pages.emerging.reopen, component: () => import('./emerging/Reopen.tsx') },
      ],
    },
  ],
  pages: [
    { path: 'risk-appetites', page: () => import('./statement/StatementsPage.tsx') },
    { path: 'risk-appetites/$id', page: () => import('./statement/StatementPage.tsx') },
    { path: 'appetite', page: () => import('./standing/StandingPage.tsx'), nav: { group: 'check', order: 2, icon: <AimOutlined />, label: (t) => t.pages.standing.nav, permission: 'appetitePosition:read' } },
    { path: 'appetite-positions', page: () => import('./standing/PositionsPage.tsx') },
    { path: 'tolerance-breaches', page: () => import('./breach/BreachesPage.tsx') },
    { path: 'tolerance-breaches/$id', page: () => import('./breach/BreachPage.tsx') },
    { path: 'review-triggers', page: () => import('./trigger/TriggersPage.tsx') },
    { path: 'risk-indicators', page: () => import('./indicator/IndicatorsPage.tsx') },
    { path: 'risk-indicators/$id', page: () => import('./indicator/IndicatorPage.tsx') },
    { path: 'emerging-risks', page: () => import('./emerging/InboxPage.tsx') },
    { path: 'emerging-risks/$id', page: () => import('./emerging/EmergingPage.tsx') },
  ],
  recordPanels: [
    { id: 'appetite-statement', order: -10, label: (t) => t.pages.statement.tab, component: () => import('./statement/StatementPanel.tsx'), when: of(riskAppetite) },
    { id: 'appetite-breach', order: -10, label: (t) => t.pages.breach.tab, component: () => import('./breach/BreachPanel.tsx'), when: of(toleranceBreach) },
    { id: 'appetite-indicator', order: -10, label: (t) => t.pages.indicator.tab, component: () => import('./indicator/MeasurePanel.tsx'), when: of(riskIndicator) },
    { id: 'appetite-risk', order: 5, label: (t) => t.pages.risk.tab, component: () => import('./risk/RiskPanel.tsx'), when: ({ name }) => name === 'risk' },
  ],
})
