import { AimOutlined, CarryOutOutlined, DollarOutlined, LineChartOutlined, ShoppingOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { lossRun, measureChoice, quantification } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { lossJson } from './json.tsx'

export const room = defineRoom({
  name: 'quantification',
  messages,
  nouns: [
    {
      noun: quantification, path: 'quantifications', json: lossJson, nav: { group: 'plan', order: 47, icon: <DollarOutlined /> },
      groups: [
        { key: 'what', label: (t) => t.pages.groups.what, fields: ['risk', 'owner', 'unit'] },
        { key: 'money', label: (t) => t.pages.groups.money, fields: ['model', 'evidence', 'currentLoss', 'valueAtRisk', 'inherentLoss', 'plannedLoss', 'state'] },
        { key: 'basis', label: (t) => t.pages.groups.basis, fields: ['rationale', 'sources', 'experts'] },
        { key: 'how', label: (t) => t.pages.groups.how, fields: ['group', 'years', 'seed', 'simulatedAt', 'engineVersion', 'currency', 'inputsHash'] },
      ],
    },
    { noun: lossRun, path: 'loss-runs' },
    { noun: measureChoice, path: 'measure-choices', actions: [{ name: 'adopt', icon: <CarryOutOutlined />, label: (t) => t.pages.choice.adopt, component: () => import('./choice/Adopt.tsx') }] },
  ],
  pages: [
    { path: 'quantifications', page: () => import('./LossesPage.tsx') },
    { path: 'quantifications/$id', page: () => import('./LossPage.tsx') },
    { path: 'loss-portfolio', page: () => import('./run/PortfolioPage.tsx'), nav: { group: 'plan', order: 48, icon: <LineChartOutlined />, label: (t) => t.pages.run.nav, permission: 'lossRun:read' } },
    { path: 'loss-runs', page: () => import('./run/RunsPage.tsx') },
    { path: 'loss-runs/$id', page: () => import('./run/RunPage.tsx') },
    { path: 'loss-runs/$id/compare/$other', page: () => import('./run/ComparePage.tsx') },
    { path: 'measure-choices', page: () => import('./choice/ChoicePage.tsx'), nav: { group: 'plan', order: 49, icon: <ShoppingOutlined />, label: (t) => t.pages.choice.nav, permission: 'measureChoice:read' } },
    { path: 'measure-choices/$id', page: () => import('./choice/OneChoicePage.tsx') },
    { path: 'loss-estimate/$id', page: () => import('./opinion/EstimatePage.tsx') },
    { path: 'estimation-training', page: () => import('./calibration/CalibrationPage.tsx'), nav: { group: 'do', order: 60, icon: <AimOutlined />, label: (t) => t.pages.calibration.nav, permission: 'calibration:take' } },
  ],
  recordPanels: [
    { id: 'risk-money', order: -15, label: (t) => t.pages.tab, component: () => import('./loss/RiskPanel.tsx'), when: ({ name }) => name === 'risk' },
    { id: 'quantification', order: -10, label: (t) => t.pages.tab, component: () => import('./loss/LossPanel.tsx'), when: ({ name }) => name === quantification.name },
    { id: 'measure-choice', order: -10, label: (t) => t.pages.choice.tab, component: () => import('./choice/ChoicePanel.tsx'), when: ({ name }) => name === measureChoice.name },
    { id: 'loss-run', order: -10, label: (t) => t.pages.run.tab, component: () => import('./run/RunPanel.tsx'), when: ({ name }) => name === lossRun.name },
  ],
})
