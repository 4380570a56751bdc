import { roles, type Permission } from '@heng/contract'
import type { Grants } from '@heng/server-kit'

const everyone = Object.fromEntries(roles.map((role) => [role, 'all'])) as Grants

export const permissions: Readonly<Record<Permission, Grants>> = {
  'organisation:read': everyone,
  'organisation:write': { systemAdministrator: 'all', ismsManager: 'all' },
  'unit:read': everyone,
  'unit:write': { ismsManager: 'all', systemAdministrator: 'all' },
  'person:read': everyone,
  'person:write': { ismsManager: 'all', systemAdministrator: 'all', departmentHead: 'unit' },
  'roleAssignment:read': {
    ismsManager: 'all', securityAdministrator: 'all', auditAdministrator: 'all', systemAdministrator: 'all',
    topManagement: 'all', internalAuditor: 'all', externalAuditor: 'all', employee: 'own',
  },
  'roleAssignment:write': { ismsManager: 'all', securityAdministrator: 'all' },
  'account:write': { ismsManager: 'all', systemAdministrator: 'all' },
}
