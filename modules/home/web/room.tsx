import { HomeOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { messages } from '../locales/index.ts'

export const room = defineRoom({
  name: 'home',
  messages,
  pages: [{ path: '', page: () => import('./HomePage.tsx'), nav: { group: 'overview', order: 0, icon: <HomeOutlined />, label: (t) => t.title } }],
})
