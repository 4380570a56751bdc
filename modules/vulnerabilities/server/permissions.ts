import type { Permission } from '@heng/contract'
import type { Grants } from '@heng/server-kit'

const auditors: Grants = { internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all' }
const readers: Grants = { ismsManager: 'all', topManagement: 'all', securityAdministrator: 'all', departmentHead: 'unit', assetOwner: 'own', riskOwner: 'own', employee: 'own', ...auditors }

export const permissions: Readonly<Record<Permission, Grants>> = {
  'vulnerability:read': readers,
  // Whoever is asked to mend something reports on it.
  'vulnerability:write': { ismsManager: 'all', securityAdministrator: 'all', departmentHead: 'unit', assetOwner: 'own', employee: 'own' },
  // Figures of the organisation or of units: of what is one's own the register tells.
  'vulnerabilityFigures:read': { ismsManager: 'all', topManagement: 'all', securityAdministrator: 'all', departmentHead: 'unit', ...auditors },
  'vulnerabilityScan:read': { ismsManager: 'all', securityAdministrator: 'all', departmentHead: 'own', ...auditors },
  'vulnerabilityScan:run': { ismsManager: 'all', securityAdministrator: 'all', departmentHead: 'own' },
  'liveCheck:read': { ismsManager: 'all', securityAdministrator: 'all', systemAdministrator: 'all', ...auditors },
  'liveCheck:write': { ismsManager: 'all', securityAdministrator: 'all' },
  'liveCheck:run': { ismsManager: 'all', securityAdministrator: 'all' },
  'liveCheckRange:read': { ismsManager: 'all', securityAdministrator: 'all', systemAdministrator: 'all', ...auditors },
  // Where programs may look is decided by another than who runs them.
  'liveCheckRange:write': { ismsManager: 'all' },
  'penetrationTest:read': { ismsManager: 'all', topManagement: 'all', securityAdministrator: 'all', departmentHead: 'own', employee: 'own', ...auditors },
  'penetrationTest:write': { ismsManager: 'all', securityAdministrator: 'all' },
  'scanTarget:read': { ismsManager: 'all', securityAdministrator: 'all', departmentHead: 'unit', ...auditors },
  'scanTarget:write': { ismsManager: 'all', securityAdministrator: 'all' },
  'vulnerabilityException:read': { ...readers, departmentHead: 'own' },
  'vulnerabilityException:write': { ismsManager: 'all', securityAdministrator: 'all', departmentHead: 'unit', assetOwner: 'own', riskOwner: 'own' },
  // Whoever mends something may see by what it was weighed.
  'vulnerabilityPolicy:read': { systemAdministrator: 'all', ...Object.fromEntries(Object.keys(readers).map((role) => [role, 'all' as const])) },
  'vulnerabilityPolicy:preview': { ismsManager: 'all', securityAdministrator: 'all' },
  'vulnerabilityPolicy:write': { ismsManager: 'all' },
  'exploitFeed:read': { ismsManager: 'all', topManagement: 'all', securityAdministrator: 'all', systemAdministrator: 'all', ...auditors },
  'exploitFeed:write': { ismsManager: 'all', securityAdministrator: 'all', systemAdministrator: 'all' },
  // Letting the server call out is a decision about the system.
  'exploitFeed:configure': { ismsManager: 'all', systemAdministrator: 'all' },
}
