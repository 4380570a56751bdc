import { roles, type Permission } from '@heng/contract'
import type { Grants } from '@heng/server-kit'

const everyone = Object.fromEntries(roles.map((role) => [role, 'all'])) as Grants
/** Those who steer or check the ISMS see the whole context; others what they answer for. */
const checkers: Grants = {
  ismsManager: 'all', topManagement: 'all', internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all', securityAdministrator: 'all',
}
const readers: Grants = { ...checkers, employee: 'own' }
const manager: Grants = { ismsManager: 'all' }

export const permissions: Readonly<Record<Permission, Grants>> = {
  'site:read': everyone,
  'site:write': { ismsManager: 'all', departmentHead: 'unit' },
  'contextIssue:read': readers,
  'contextIssue:write': manager,
  'climateDetermination:read': everyone,
  'climateDetermination:write': { ismsManager: 'all', topManagement: 'all' },
  'interestedParty:read': readers,
  'interestedParty:write': manager,
  'partyRequirement:read': readers,
  'partyRequirement:write': manager,
  // 5.3: responsibilities are to be known to everybody.
  'responsibility:read': everyone,
  'responsibility:write': manager,
  // 4.3: the approved statement is available to all; drafts and the issues behind them to those who steer and check.
  'scopeStatement:read': everyone,
  'scope:read': { ...checkers, systemAdministrator: 'all' },
  'scope:write': manager,
  'scope:submit': manager,
}
