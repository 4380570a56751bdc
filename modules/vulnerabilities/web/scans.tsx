import { ClusterOutlined, EyeInvisibleOutlined, FileSearchOutlined, LinkOutlined, RollbackOutlined } from '@ant-design/icons'
import type { ListAction, RecordPanel, WebNoun, WebPage } from '@heng/web-kit'
import { scanTarget, vulnerabilityScan } from '../contract/index.ts'
import type { messages } from '../locales/index.ts'
import { BulkActions } from './target/BulkActions.tsx'
import { targetJson } from './target/json.tsx'

type Texts = (typeof messages)['en']

/** Reports and targets in the browser. */
export const scanNouns: readonly WebNoun<Texts>[] = [
  { noun: vulnerabilityScan, path: 'vulnerability-scans', nav: { group: 'do', order: 22, icon: <FileSearchOutlined /> } },
  {
    noun: scanTarget, path: 'scan-targets', json: targetJson, nav: { group: 'do', order: 24, icon: <ClusterOutlined /> },
    actions: [
      { name: 'match', icon: <LinkOutlined />, label: (t) => t.targets.match, component: () => import('./target/Match.tsx') },
      { name: 'enlist', icon: <ClusterOutlined />, label: (t) => t.targets.enlist, component: () => import('./target/Enlist.tsx') },
      { name: 'ignore', icon: <EyeInvisibleOutlined />, label: (t) => t.targets.ignore, component: () => import('./target/Ignore.tsx') },
      { name: 'takeBack', icon: <RollbackOutlined />, label: (t) => t.targets.takeBack, component: () => import('./target/TakeBack.tsx') },
    ],
  },
]

export const scanPages: readonly WebPage<Texts>[] = [
  { path: 'vulnerability-scans/new', page: () => import('./scan/TakeInPage.tsx') },
  { path: 'vulnerability-scans', page: () => import('./scan/ScansPage.tsx') },
  { path: 'vulnerability-scans/$id', page: () => import('./scan/ScanPage.tsx') },
  { path: 'scan-targets', page: () => import('./target/TargetsPage.tsx') },
  { path: 'scan-targets/$id', page: () => import('./target/TargetPage.tsx') },
]

export const scanPanels: readonly RecordPanel<Texts>[] = [
  { id: 'vulnerabilities-of-scan', order: -20, label: (t) => t.scans.scan.seenTab, component: () => import('./scan/SeenPanel.tsx'), when: ({ name }) => name === 'vulnerabilityScan' },
  { id: 'targets-of-scan', order: -10, label: (t) => t.scans.scan.targetsTab, component: () => import('./scan/TargetsPanel.tsx'), when: ({ name }) => name === 'vulnerabilityScan' },
]

export const targetListActions: readonly ListAction[] = [{ order: 1, component: BulkActions, when: ({ name }) => name === 'scanTarget' }]
