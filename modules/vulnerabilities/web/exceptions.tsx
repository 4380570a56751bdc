import { PauseCircleOutlined, SendOutlined, StopOutlined } from '@ant-design/icons'
import type { AnyNoun } from '@heng/contract'
import type { ListAction, RecordPanel, WebNoun, WebPage } from '@heng/web-kit'
import { vulnerability, vulnerabilityException } from '../contract/index.ts'
import type { en } from '../locales/en.ts'
import { AskSelected } from './exception/AskSelected.tsx'

type Texts = typeof en

/** Leave to bear vulnerabilities in the browser: register, record, and the way there from the register of vulnerabilities. */
export const exceptionNoun: WebNoun<Texts> = {
  noun: vulnerabilityException, path: 'vulnerability-exceptions', nav: { group: 'do', order: 26, icon: <PauseCircleOutlined /> },
  actions: [
    { name: 'submit', icon: <SendOutlined />, label: (t) => t.exceptions.submit, component: () => import('./exception/Submit.tsx') },
    { name: 'end', icon: <StopOutlined />, label: (t) => t.exceptions.end, component: () => import('./exception/End.tsx') },
  ],
}

export const exceptionPages: readonly WebPage<Texts>[] = [
  { path: 'vulnerability-exceptions', page: () => import('./exception/ExceptionsPage.tsx') },
  { path: 'vulnerability-exceptions/$id', page: () => import('./exception/ExceptionPage.tsx') },
]

export const exceptionPanels: readonly RecordPanel<Texts>[] = [
  { id: 'vulnerability-exception', order: -10, label: (t) => t.exceptions.panel, component: () => import('./exception/ListedPanel.tsx'), when: ({ name }: AnyNoun) => name === vulnerabilityException.name },
]

export const exceptionListActions: readonly ListAction[] = [{ order: 4, component: AskSelected, when: ({ name }: AnyNoun) => name === vulnerability.name }]
