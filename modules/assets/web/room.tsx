import { ApartmentOutlined, CheckSquareOutlined, DatabaseOutlined, LockOutlined, PlayCircleOutlined } from '@ant-design/icons'
import type { AnyNoun } from '@heng/contract'
import { defineRoom } from '@heng/web-kit'
import { asset, assetScan, campaign } from '../contract/index.ts'
import { messages } from '../locales/index.ts'

const isAsset = ({ name }: AnyNoun): boolean => name === asset.name
const isCampaign = ({ name }: AnyNoun): boolean => name === campaign.name

export const room = defineRoom({
  name: 'assets',
  messages,
  nouns: [
    {
      noun: asset,
      path: 'assets',
      nav: { group: 'plan', order: 30, icon: <DatabaseOutlined /> },
      groups: [
        { key: 'identity', label: (t) => t.pages.groups.identity, fields: ['name', 'type', 'tier', 'classification', 'description'] },
        { key: 'responsibility', label: (t) => t.pages.groups.responsibility, fields: ['unit', 'owner', 'custodian', 'location'] },
        {
          key: 'value',
          label: (t) => t.pages.groups.value,
          fields: ['confidentiality', 'integrity', 'availability', 'valuationReason', 'importance', 'bearing', 'value', 'keyAsset'],
        },
        { key: 'life', label: (t) => t.pages.groups.life, fields: ['lifecycle', 'attestedAt', 'attestedBy'] },
      ],
    },
    {
      noun: campaign,
      path: 'campaigns',
      nav: { group: 'plan', order: 34, icon: <CheckSquareOutlined /> },
      actions: [
        { name: 'open', icon: <PlayCircleOutlined />, label: (t) => t.pages.attest.open, component: () => import('./campaign/OpenCampaign.tsx') },
        { name: 'close', icon: <LockOutlined />, label: (t) => t.pages.attest.close, component: () => import('./campaign/CloseCampaign.tsx') },
      ],
    },
    { noun: assetScan, path: 'asset-scans' },
  ],
  pages: [
    { path: 'assets', page: () => import('./AssetsPage.tsx') },
    {
      path: 'assets-graph',
      page: () => import('./graph/GraphPage.tsx'),
      nav: { group: 'plan', order: 32, icon: <ApartmentOutlined />, label: (t) => t.pages.nav.map, permission: 'asset:read' },
    },
    { path: 'assets-duplicates', page: () => import('./duplicate/DuplicatesPage.tsx') },
    { path: 'assets-scan', page: () => import('./scan/ScanUploadPage.tsx') },
    { path: 'asset-scans', page: () => import('./scan/ScansPage.tsx') },
    { path: 'asset-scans/$id', page: () => import('./scan/ScanPage.tsx') },
    { path: 'assets-rules', page: () => import('./rules/RulesPage.tsx') },
  ],
  recordPanels: [
    { id: 'asset-value', order: 10, label: (t) => t.pages.value.tab, component: () => import('./value/ValuePanel.tsx'), when: isAsset },
    { id: 'asset-dependencies', order: 12, label: (t) => t.pages.dependencies.tab, component: () => import('./dependency/DependenciesPanel.tsx'), when: isAsset },
    { id: 'asset-identity', order: 14, label: (t) => t.pages.identity.tab, component: () => import('./identity/IdentityPanel.tsx'), when: isAsset },
    { id: 'campaign-attestation', order: -10, label: (t) => t.pages.attest.tab, component: () => import('./campaign/AttestationPanel.tsx'), when: isCampaign },
  ],
})
