import { ApiOutlined, DashboardOutlined, ThunderboltOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { messages } from '../locales/index.ts'

export const room = defineRoom<(typeof messages)['en']>({
  name: 'operations',
  messages,
  pages: [
    {
      path: 'jobs',
      page: () => import('./jobs/JobsPage.tsx'),
      // Everybody may open the page for jobs of their own; the entry is for those who look after all.
      nav: { group: 'administration', order: 70, icon: <ThunderboltOutlined />, label: (t) => t.jobs.nav, permission: 'queue:read' },
    },
    {
      path: 'system',
      page: () => import('./system/SystemPage.tsx'),
      nav: { group: 'administration', order: 80, icon: <DashboardOutlined />, label: (t) => t.system.nav, permission: 'system:read' },
    },
    {
      path: 'api',
      page: () => import('./interface/InterfacePage.tsx'),
      // Everybody may open it, from the tokens of the account page too.
      nav: { group: 'administration', order: 90, icon: <ApiOutlined />, label: (t) => t.interface.nav, permission: 'system:read' },
    },
  ],
})
