import { CheckCircleOutlined, EditOutlined, RollbackOutlined, SendOutlined, StopOutlined, SwapOutlined } from '@ant-design/icons'
import type { AnyNoun } from '@heng/contract'
import { defineRoom } from '@heng/web-kit'
import { lazy, Suspense } from 'react'
import { changeSet } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import type { ToldItem } from './History.tsx'

const ToldItems = lazy(async () => ({ default: (await import('./History.tsx')).ToldItems }))

const isSet = ({ name }: AnyNoun): boolean => name === changeSet.name
/** Records that change sets are mostly about; the server says for each whether it may be planned for. */
const planned: ReadonlySet<string> = new Set(['asset', 'control', 'risk', 'treatmentMeasure'])

export const room = defineRoom({
  name: 'changes',
  messages,
  nouns: [
    {
      noun: changeSet, path: 'change-sets', json: { changes: (value) => <Suspense fallback={<div className="hg-bone" />}><ToldItems items={value as readonly ToldItem[]} /></Suspense> }, frozen: () => import('./FrozenSet.tsx'), nav: { group: 'plan', order: 80, icon: <SwapOutlined /> },
      actions: [
        { name: 'submit', icon: <SendOutlined />, label: (t) => t.page.submit.action, component: () => import('./actions/Submit.tsx') },
        { name: 'apply', icon: <CheckCircleOutlined />, label: (t) => t.page.apply.action, component: () => import('./actions/Apply.tsx') },
        { name: 'revise', icon: <EditOutlined />, label: (t) => t.page.revise.action, component: () => import('./actions/Revise.tsx') },
        { name: 'withdraw', icon: <StopOutlined />, label: (t) => t.page.withdraw.action, component: () => import('./actions/Withdraw.tsx') },
        { name: 'revert', icon: <RollbackOutlined />, label: (t) => t.page.revert.action, component: () => import('./actions/Revert.tsx') },
      ],
    },
  ],
  pages: [{ path: 'change-sets/$id', page: () => import('./SetPage.tsx') }],
  recordPanels: [
    { id: 'change-items', order: -30, label: (t) => t.page.items.tab, component: () => import('./items/ItemsPanel.tsx'), when: isSet },
    { id: 'change-effect', order: -20, label: (t) => t.page.effect.tab, component: () => import('./effect/EffectPanel.tsx'), when: isSet },
    { id: 'planned-changes', order: 20, label: (t) => t.page.tab, component: () => import('./planned/PlannedPanel.tsx'), when: ({ name }) => planned.has(name) },
  ],
})
