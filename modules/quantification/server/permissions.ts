import type { Permission } from '@heng/contract'
import type { Grants } from '@heng/server-kit'

const auditors: Grants = { internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all' }
const seen: Grants = { ismsManager: 'all', topManagement: 'all', departmentHead: 'unit', riskOwner: 'own', ...auditors }
const kept: Grants = { ismsManager: 'all', departmentHead: 'unit', riskOwner: 'own' }

export const permissions: Readonly<Record<Permission, Grants>> = {
  'quantification:read': { ...seen, employee: 'own' },
  'quantification:write': kept,
  'quantification:simulate': kept,
  'quantification:examples': { ismsManager: 'all' },
  // Whoever was asked as an expert, which the verb looks up.
  'lossOpinion:read': { ...seen, employee: 'own' },
  'lossOpinion:give': { ...kept, topManagement: 'all', employee: 'own' },
  'calibration:take': { topManagement: 'all', ismsManager: 'all', departmentHead: 'all', riskOwner: 'all', controlOwner: 'all', assetOwner: 'all', employee: 'all' },
  'lossRun:read': { ismsManager: 'all', topManagement: 'all', departmentHead: 'unit', ...auditors },
  'lossRun:write': { ismsManager: 'all', departmentHead: 'unit' },
  'lossRun:start': { ismsManager: 'all', departmentHead: 'unit' },
  'measureChoice:read': { ismsManager: 'all', topManagement: 'all', ...auditors },
  'measureChoice:write': { ismsManager: 'all' },
  'measureChoice:start': { ismsManager: 'all', topManagement: 'all' },
  'measureChoice:adopt': { ismsManager: 'all' },
}
