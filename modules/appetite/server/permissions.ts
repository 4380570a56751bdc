import type { Permission } from '@heng/contract'
import type { Grants } from '@heng/server-kit'

const auditors: Grants = { internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all' }
const seen: Grants = { ismsManager: 'all', topManagement: 'all', departmentHead: 'unit', riskOwner: 'own', employee: 'own', ...auditors }

export const permissions: Readonly<Record<Permission, Grants>> = {
  // Whoever rates or decides has to know what is wanted.
  'riskAppetite:read': { ismsManager: 'all', topManagement: 'all', departmentHead: 'all', riskOwner: 'all', assetOwner: 'all', controlOwner: 'all', employee: 'all', ...auditors },
  'riskAppetite:write': { ismsManager: 'all' },
  'riskAppetite:submit': { ismsManager: 'all' },
  'appetitePosition:read': seen,
  'toleranceBreach:read': seen,
  'toleranceBreach:write': {},
  'toleranceBreach:answer': { ismsManager: 'all', departmentHead: 'unit', riskOwner: 'own' },
  'reviewTrigger:read': seen,
  'reviewTrigger:write': {},
  'reviewTrigger:raise': { ismsManager: 'all', departmentHead: 'unit', riskOwner: 'own' },
  'riskIndicator:read': { ...seen, controlOwner: 'own', assetOwner: 'own' },
  'riskIndicator:write': { ismsManager: 'all', departmentHead: 'unit' },
  // Whoever answers for a figure reports it, and changes neither its bounds nor what it bears on.
  'riskIndicator:measure': { ismsManager: 'all', departmentHead: 'unit', riskOwner: 'own', controlOwner: 'own', assetOwner: 'own', employee: 'own' },
  // Whoever works here may have seen something.
  'emergingRisk:read': { ismsManager: 'all', topManagement: 'all', departmentHead: 'unit', riskOwner: 'own', assetOwner: 'own', controlOwner: 'own', employee: 'own', ...auditors },
  'emergingRisk:write': { ismsManager: 'all', topManagement: 'own', departmentHead: 'unit', riskOwner: 'own', assetOwner: 'own', controlOwner: 'own', employee: 'own', internalAuditor: 'own' },
  'emergingRisk:triage': { ismsManager: 'all', departmentHead: 'unit' },
}
