import { SafetyOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { control } from '../contract/index.ts'
import { messages } from '../locales/index.ts'

export const room = defineRoom({
  name: 'controls',
  messages,
  nouns: [
    {
      noun: control,
      path: 'controls',
      nav: { group: 'do', order: 10, icon: <SafetyOutlined /> },
      groups: [
        { key: 'what', label: (t) => t.page.groups.what, fields: ['name', 'type', 'functions', 'frequency'] },
        { key: 'state', label: (t) => t.page.groups.state, fields: ['state', 'stateSince'] },
        { key: 'who', label: (t) => t.page.groups.who, fields: ['owner', 'unit'] },
        { key: 'proof', label: (t) => t.page.groups.proof, fields: ['document', 'documentLink', 'description'] },
        { key: 'answers', label: (t) => t.page.groups.answers, fields: ['requirements'] },
      ],
    },
  ],
  pages: [
    { path: 'controls', page: () => import('./ControlsPage.tsx') },
    { path: 'controls/$id', page: () => import('./ControlPage.tsx') },
  ],
  recordPanels: [
    {
      id: 'controls-of-requirement',
      order: -10,
      label: (t) => t.page.panel.tab,
      component: () => import('./panel/ControlsPanel.tsx'),
      when: ({ name }) => name === 'requirement',
    },
  ],
})
