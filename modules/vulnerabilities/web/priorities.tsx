import { ControlOutlined } from '@ant-design/icons'
import type { WebPage } from '@heng/web-kit'
import type { messages } from '../locales/index.ts'

type Texts = (typeof messages)['en']

/** What priorities rest on: the policy, and what is known of exploitation; one place of the navigation. */
export const priorityPages: readonly WebPage<Texts>[] = [
  { path: 'vulnerability-policy', page: () => import('./priority/PolicyPage.tsx'), nav: { group: 'do', order: 28, icon: <ControlOutlined />, label: (t) => t.priority.policy.nav, permission: 'vulnerabilityPolicy:read' } },
  { path: 'vulnerability-policy/exploit-feeds', page: () => import('./priority/FeedsPage.tsx') },
]
