import { BookOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { framework, mapping, requirement } from '../contract/index.ts'
import { messages } from '../locales/index.ts'

export const room = defineRoom({
  name: 'frameworks',
  messages,
  nouns: [
    { noun: framework, path: 'frameworks' },
    { noun: requirement, path: 'requirements' },
    { noun: mapping, path: 'mappings' },
  ],
  pages: [
    {
      path: 'frameworks',
      page: () => import('./list/FrameworksPage.tsx'),
      nav: { group: 'plan', order: 60, icon: <BookOutlined />, label: (t) => t.nouns.framework.many, permission: 'framework:read' },
    },
    { path: 'frameworks/$id', page: () => import('./tree/FrameworkPage.tsx') },
    { path: 'requirements', page: () => import('./requirement/RequirementsPage.tsx') },
    { path: 'requirements/$id', page: () => import('./requirement/RequirementPage.tsx') },
  ],
})
