import { roles, type Permission } from '@heng/contract'
import type { Grants } from '@heng/server-kit'

const own = Object.fromEntries(roles.filter((role) => role !== 'externalAuditor').map((role) => [role, 'own'])) as Grants

/**
 * Whoever may write to a register may import into it; the verbs ask for that right as well. One's own imports may be
 * seen by everybody, all of them by those who run or audit the system.
 */
export const permissions: Readonly<Record<Permission, Grants>> = {
  'import:run': own,
  'import:read': { ...own, ismsManager: 'all', systemAdministrator: 'all', auditAdministrator: 'all', internalAuditor: 'all', externalAuditor: 'all' },
}
