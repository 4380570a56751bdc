import { FileProtectOutlined, ReconciliationOutlined } from '@ant-design/icons'
import type { AnyNoun } from '@heng/contract'
import { defineRoom } from '@heng/web-kit'
import { conclusion, soa, soaLine, traced } from '../contract/index.ts'
import { messages } from '../locales/index.ts'

export const room = defineRoom({
  name: 'applicability',
  messages,
  nouns: [
    { noun: soa, path: 'soa', frozen: () => import('./approval/FrozenStatement.tsx') },
    { noun: soaLine, path: 'soa-lines' },
    { noun: conclusion, path: 'conclusions' },
  ],
  pages: [
    {
      path: 'soa',
      page: () => import('./SoaPage.tsx'),
      nav: { group: 'plan', order: 70, icon: <FileProtectOutlined />, label: (t) => t.page.title, permission: 'soa:read' },
    },
    { path: 'soa/$id', page: () => import('./SoaPage.tsx') },
    { path: 'soa/$id/drift', page: () => import('./drift/DriftPage.tsx') },
    {
      path: 'conformity',
      page: () => import('./conformity/ConformityPage.tsx'),
      nav: { group: 'check', order: 8, icon: <ReconciliationOutlined />, label: (t) => t.page.conformity.title, permission: 'conclusion:read' },
    },
    { path: 'conformity/$id', page: () => import('./conformity/ConformityPage.tsx') },
    { path: 'chain/$noun/$id', page: () => import('./chain/ChainPage.tsx') },
    { path: 'soa-compare', page: () => import('./compare/ComparePage.tsx') },
    { path: 'soa-lines', page: () => import('./SoaPage.tsx') },
    { path: 'soa-lines/$id', page: () => import('./line/LineAddress.tsx') },
  ],
  recordPanels: [
    {
      id: 'chain',
      order: 9,
      label: (t) => t.page.chain.tab,
      component: () => import('./chain/ChainPanel.tsx'),
      when: ({ name }: AnyNoun) => (traced as readonly string[]).includes(name),
    },
    {
      id: 'trace',
      order: 10,
      label: (t) => t.page.trace.tab,
      component: () => import('./trace/TracePanel.tsx'),
      when: ({ name }: AnyNoun) => (traced as readonly string[]).includes(name),
    },
  ],
})
