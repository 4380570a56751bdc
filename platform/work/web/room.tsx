import { CarryOutOutlined, CheckOutlined, StopOutlined, SwapOutlined, UserAddOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { workItem } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { NoticeBell } from './bell/NoticeBell.tsx'
import { pageNoun } from './pageNoun.ts'
import { WorkBadge } from './WorkBadge.tsx'

export const room = defineRoom<(typeof messages)['en']>({
  name: 'work',
  messages,
  pages: [
    {
      path: 'work',
      page: () => import('./inbox/InboxPage.tsx'),
      nav: { group: 'overview', order: 10, icon: <CarryOutOutlined />, label: (t) => t.inbox.title, permission: 'workItem:read', badge: WorkBadge },
    },
    { path: 'work/notices', page: () => import('./notices/NoticesPage.tsx') },
    { path: 'work/$id', page: () => import('./WorkPage.tsx') },
  ],
  nouns: [
    {
      noun: pageNoun,
      path: 'work',
      groups: [
        { key: 'work', label: (t) => t.inbox.groupWork, fields: ['state', 'dueOn', 'instructions', 'assignee', 'role', 'unit', 'subjectReference', 'kind', 'createdBy'] },
        { key: 'outcome', label: (t) => t.inbox.groupOutcome, fields: ['result', 'completedAt', 'completedBy'] },
      ],
      actions: [
        { name: 'complete', icon: <CheckOutlined />, label: (t) => t.actions.complete, component: () => import('./actions/CompleteWork.tsx') },
        { name: 'take', icon: <UserAddOutlined />, label: (t) => t.actions.take, component: () => import('./actions/TakeWork.tsx') },
        { name: 'reassign', icon: <SwapOutlined />, label: (t) => t.actions.reassign, component: () => import('./actions/ReassignWork.tsx') },
        { name: 'cancel', icon: <StopOutlined />, label: (t) => t.actions.cancel, component: () => import('./actions/CancelWork.tsx') },
      ],
    },
  ],
  recordPanels: [
    { id: 'work', order: 45, label: (t) => t.inbox.tab, component: () => import('./record/WorkPanel.tsx'), when: ({ name }) => name !== workItem.name },
  ],
  headerItems: [{ order: 20, component: NoticeBell }],
})
