import { FileProtectOutlined } from '@ant-design/icons'
import type { AnyNoun } from '@heng/contract'
import { defineRoom } from '@heng/web-kit'
import { soa, soaLine } from '../contract/index.ts'
import { messages } from '../locales/index.ts'

const linked = new Set(['requirement', 'control', 'risk'])

export const room = defineRoom({
  name: 'applicability',
  messages,
  nouns: [
    { noun: soa, path: 'soa' },
    { noun: soaLine, path: 'soa-lines' },
  ],
  pages: [
    {
      path: 'soa',
      page: () => import('./SoaPage.tsx'),
      nav: { group: 'plan', order: 70, icon: <FileProtectOutlined />, label: (t) => t.page.title, permission: 'soa:read' },
    },
    { path: 'soa/$id', page: () => import('./SoaPage.tsx') },
    { path: 'soa-compare', page: () => import('./compare/ComparePage.tsx') },
    { path: 'soa-lines', page: () => import('./SoaPage.tsx') },
    { path: 'soa-lines/$id', page: () => import('./line/LineAddress.tsx') },
  ],
  recordPanels: [
    {
      id: 'soa-lines',
      order: 30,
      label: (t) => t.page.panel.tab,
      component: () => import('./panel/SoaPanel.tsx'),
      when: ({ name }: AnyNoun) => linked.has(name),
    },
  ],
})
