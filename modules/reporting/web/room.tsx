import { DownloadOutlined, FilePdfOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { report } from '../contract/index.ts'
import { messages } from '../locales/index.ts'

export const room = defineRoom({
  name: 'reporting',
  messages,
  nouns: [{
    noun: report, path: 'reports',
    actions: [{ name: 'download', icon: <DownloadOutlined />, label: (t) => t.page.download, component: () => import('./past/Download.tsx') }],
  }],
  pages: [
    { path: 'reports', page: () => import('./ReportsPage.tsx'), nav: { group: 'check', order: 60, icon: <FilePdfOutlined />, label: (t) => t.page.title, permission: 'report:read' } },
    { path: 'reports-generated', page: () => import('./past/GeneratedPage.tsx') },
  ],
})
