import { BorderOuterOutlined, CompassOutlined, EnvironmentOutlined, TableOutlined } from '@ant-design/icons'
import { defineRoom } from '@heng/web-kit'
import { climateDetermination, contextIssue, interestedParty, partyRequirement, responsibility, scope, site, type Assignment } from '../contract/index.ts'
import { messages } from '../locales/index.ts'
import { Assignments } from './matrix/Assignments.tsx'
import { scopeParts } from './scope/parts.tsx'

export const room = defineRoom<(typeof messages)['en']>({
  name: 'organisation',
  messages,
  pages: [
    {
      path: 'context',
      page: () => import('./context/ContextPage.tsx'),
      nav: { group: 'plan', order: 2, icon: <CompassOutlined />, label: (t) => t.pages.nav.context, permission: 'contextIssue:read' },
    },
    {
      path: 'scope',
      page: () => import('./scope/ScopePage.tsx'),
      nav: { group: 'plan', order: 4, icon: <BorderOuterOutlined />, label: (t) => t.pages.nav.scope, permission: 'scopeStatement:read' },
    },
    { path: 'scopes/$id', page: () => import('./scope/RecordPage.tsx') },
    {
      path: 'responsibilities',
      page: () => import('./matrix/MatrixPage.tsx'),
      nav: { group: 'plan', order: 6, icon: <TableOutlined />, label: (t) => t.pages.nav.responsibilities, permission: 'responsibility:read' },
    },
  ],
  nouns: [
    { noun: contextIssue, path: 'context-issues' },
    { noun: climateDetermination, path: 'climate-determinations' },
    { noun: interestedParty, path: 'interested-parties' },
    { noun: partyRequirement, path: 'party-requirements' },
    { noun: responsibility, path: 'responsibilities', json: { assignments: (value, labels) => <Assignments assignments={value as readonly Assignment[]} labels={labels} /> } },
    { noun: scope, path: 'scopes', json: scopeParts },
    { noun: site, path: 'sites', nav: { group: 'plan', order: 8, icon: <EnvironmentOutlined /> } },
  ],
})
