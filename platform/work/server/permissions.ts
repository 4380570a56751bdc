import { roles, type Permission } from '@heng/contract'
import type { Grants } from '@heng/server-kit'

const members = Object.fromEntries(roles.filter((role) => role !== 'externalAuditor').map((role) => [role, 'own'])) as Grants

export const permissions: Readonly<Record<Permission, Grants>> = {
  // One's own, the units that one answers for, everything for those who run or audit the whole.
  'workItem:read': {
    ...members, departmentHead: 'unit', ismsManager: 'all', topManagement: 'all', internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all',
  },
  'workItem:write': { ...members, departmentHead: 'unit', ismsManager: 'all' },
  'workItem:assign': { departmentHead: 'unit', ismsManager: 'all' },
}
