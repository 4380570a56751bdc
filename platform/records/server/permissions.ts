import { roles, type Permission } from '@heng/contract'
import type { Grants } from '@heng/server-kit'

const everyone = Object.fromEntries(roles.map((role) => [role, 'all'])) as Grants
/** An external auditor reads; the words and files of the management system are its own people's. */
const { externalAuditor: _reader, ...members } = everyone

export const permissions: Readonly<Record<Permission, Grants>> = {
  /** The audit trail of the whole organisation. */
  'history:read': { auditAdministrator: 'all', ismsManager: 'all', internalAuditor: 'all', externalAuditor: 'all' },
  'comment:write': members,
  /** Deleting what others wrote; it stays in the history. */
  'comment:moderate': { ismsManager: 'all' },
  'file:write': members,
  'view:write': everyone,
  'view:share': { ismsManager: 'all', internalAuditor: 'all', securityAdministrator: 'all', auditAdministrator: 'all' },
}
