import { AuditOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { messages } from '../locales/index.ts'
import { SearchItem } from './search/SearchItem.tsx'
import { ViewsAction } from './views/ViewsAction.tsx'

export const room = defineRoom<(typeof messages)['en']>({
  name: 'records',
  messages,
  pages: [
    {
      path: 'history',
      page: () => import('./history/HistoryPage.tsx'),
      nav: { group: 'check', order: 90, icon: <AuditOutlined />, label: (t) => t.pages.history.trail, permission: 'history:read' },
    },
    { path: 'changes/$noun', page: () => import('./past/ChangesPage.tsx') },
  ],
  recordPanels: [
    { id: 'related', order: 20, asOf: true, label: (t) => t.pages.related.title, component: () => import('./related/RelatedPanel.tsx') },
    { id: 'files', order: 30, label: (t) => t.pages.files.title, component: () => import('./files/FilesPanel.tsx') },
    { id: 'comments', order: 40, label: (t) => t.pages.comments.title, component: () => import('./comments/CommentsPanel.tsx') },
    { id: 'history', order: 90, asOf: true, label: (t) => t.pages.history.title, component: () => import('./history/HistoryPanel.tsx') },
  ],
  listActions: [{ order: 10, component: ViewsAction }],
  headerItems: [{ order: 10, component: SearchItem }],
})
