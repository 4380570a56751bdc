import { BarChartOutlined, BugOutlined, CheckCircleOutlined, CheckOutlined, FileProtectOutlined, MergeCellsOutlined, PlayCircleOutlined, RollbackOutlined, SafetyCertificateOutlined, StopOutlined } from '@ant-design/icons'
import type { AnyNoun } from '@heng/contract'
import type { ListAction, RecordPanel, WebNoun, WebPage } from '@heng/web-kit'
import type { ReactNode } from 'react'
import { vulnerability } from '../contract/index.ts'
import type { en } from '../locales/en.ts'
import { BulkActions } from './register/BulkActions.tsx'
import type { Settable } from './register/MoveDialog.tsx'

type Texts = typeof en
const isVulnerability = ({ name }: AnyNoun): boolean => name === vulnerability.name

const icons: Readonly<Record<Settable, ReactNode>> = {
  open: <RollbackOutlined />, confirmed: <CheckOutlined />, inProgress: <PlayCircleOutlined />, fixed: <CheckCircleOutlined />, verified: <SafetyCertificateOutlined />, falsePositive: <StopOutlined />,
}
const move = (state: Settable) => ({
  name: `move:${state}`, icon: icons[state], label: (t: Texts) => t.flaws.verb[state], component: async () => ({ Component: (await import('./record/verbs.tsx')).movedTo(state) }),
})

/** Vulnerabilities in the browser: their register, what can be done with one, and how each is read. */
export const vulnerabilityNoun: WebNoun<Texts> = {
  noun: vulnerability, path: 'vulnerabilities', nav: { group: 'do', order: 20, icon: <BugOutlined /> },
  groups: [
    { key: 'what', label: (t) => t.flaws.groups.what, fields: ['title', 'severity', 'cvss', 'cves', 'epss', 'exploited'] },
    { key: 'when', label: (t) => t.flaws.groups.when, fields: ['priority', 'dueOn', 'overdue', 'rank'] },
    { key: 'state', label: (t) => t.flaws.groups.state, fields: ['state', 'stateSince', 'stateBy', 'stateReason', 'reopened', 'acceptedUntil', 'exception', 'duplicateOf'] },
    { key: 'who', label: (t) => t.flaws.groups.who, fields: ['assignee', 'owner', 'unit'] },
    { key: 'where', label: (t) => t.flaws.groups.where, fields: ['asset', 'target', 'location', 'component', 'fixedIn'] },
    { key: 'seen', label: (t) => t.flaws.groups.seen, fields: ['tool', 'rule', 'firstSeen', 'lastSeen', 'lastScan'] },
  ],
  actions: [
    ...(['confirmed', 'inProgress', 'fixed', 'verified', 'open', 'falsePositive'] as const).map(move),
    { name: 'except', icon: <FileProtectOutlined />, label: (t) => t.flaws.verb.except, component: () => import('./record/AskAcceptance.tsx') },
    { name: 'merge', icon: <MergeCellsOutlined />, label: (t) => t.flaws.verb.merge, component: () => import('./record/MergeOthers.tsx') },
  ],
}

export const vulnerabilityPages: readonly WebPage<Texts>[] = [
  {
    path: 'vulnerability-overview', page: () => import('./overview/OverviewPage.tsx'),
    nav: { group: 'do', order: 19, icon: <BarChartOutlined />, label: (t) => t.overview.nav, permission: 'vulnerabilityFigures:read' },
  },
  { path: 'vulnerabilities', page: () => import('./register/VulnerabilitiesPage.tsx') },
  { path: 'vulnerabilities/$id', page: () => import('./record/VulnerabilityPage.tsx') },
]

export const vulnerabilityPanels: readonly RecordPanel<Texts>[] = [
  { id: 'vulnerability-overview', order: -20, asOf: true, label: (t) => t.flaws.tabs.overview, component: () => import('./record/OverviewPanel.tsx'), when: isVulnerability },
  { id: 'vulnerability-sightings', order: -10, asOf: true, label: (t) => t.flaws.tabs.sightings, component: () => import('./record/SightingsPanel.tsx'), when: isVulnerability },
  { id: 'vulnerabilities-of-asset', order: 6, label: (t) => t.flaws.tabs.ofAsset, component: () => import('./record/AssetPanel.tsx'), when: ({ name }) => name === 'asset' },
]

export const vulnerabilityListActions: readonly ListAction[] = [{ order: 2, component: BulkActions, when: isVulnerability }]
