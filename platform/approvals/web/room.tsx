import { FileDoneOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { approval } from '../contract/index.ts'
import { messages } from '../locales/index.ts'

export const room = defineRoom<(typeof messages)['en']>({
  name: 'approvals',
  messages,
  nouns: [{ noun: approval, path: 'approvals' }],
  pages: [
    {
      path: 'approvals',
      page: () => import('./ApprovalsPage.tsx'),
      nav: { group: 'overview', order: 30, icon: <FileDoneOutlined />, label: (t) => t.pages.title },
    },
    { path: 'approvals/$id', page: () => import('./ApprovalPage.tsx') },
  ],
  recordPanels: [{ id: 'approvals', order: 50, label: (t) => t.pages.title, component: () => import('./ApprovalsPanel.tsx'), when: (noun) => noun.name !== approval.name }],
})
