import type { Permission } from '@heng/contract'
import type { Grants } from '@heng/server-kit'

const auditors: Grants = { internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all' }
// Whoever treats risks chooses among the controls there are, and sees what they are worth.
const seen: Grants = { ismsManager: 'all', topManagement: 'all', riskOwner: 'all', departmentHead: 'unit', controlOwner: 'own', employee: 'own', ...auditors }
// Of their own, those who are named as testers; the room's rules keep the owner of a control from testing it.
const testers: Grants = { ismsManager: 'all', internalAuditor: 'all', departmentHead: 'unit', controlOwner: 'own', employee: 'own' }

export const permissions: Readonly<Record<Permission, Grants>> = {
  'control:read': seen,
  'control:write': { ismsManager: 'all', departmentHead: 'unit', controlOwner: 'own' },
  'control:coverage': { ismsManager: 'all', topManagement: 'all', riskOwner: 'all', ...auditors },
  'controlTest:read': seen,
  'controlTest:write': { ismsManager: 'all', departmentHead: 'unit' },
  'testResult:read': seen,
  'testResult:write': testers,
  'testResult:conclude': testers,
  'testResult:review': { ismsManager: 'all', internalAuditor: 'all', departmentHead: 'unit' },
}
