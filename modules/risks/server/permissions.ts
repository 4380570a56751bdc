import type { Permission } from '@heng/contract'
import type { Grants } from '@heng/server-kit'

const auditors: Grants = { internalAuditor: 'all', externalAuditor: 'all', auditAdministrator: 'all' }
const seen: Grants = { ismsManager: 'all', topManagement: 'all', departmentHead: 'unit', riskOwner: 'own', employee: 'own', ...auditors }

export const permissions: Readonly<Record<Permission, Grants>> = {
  // Everyone who rates or decides has to know the yardstick.
  'riskCriteria:read': { ismsManager: 'all', topManagement: 'all', departmentHead: 'all', riskOwner: 'all', assetOwner: 'all', controlOwner: 'all', employee: 'all', ...auditors },
  'riskCriteria:write': { ismsManager: 'all' },
  'riskCriteria:submit': { ismsManager: 'all' },
  'riskScenario:read': { ...seen, riskOwner: 'own', assetOwner: 'own' },
  'riskScenario:write': { ismsManager: 'all', departmentHead: 'unit' },
  'riskScenario:generate': { ismsManager: 'all', departmentHead: 'unit' },
  'risk:read': seen,
  'risk:write': { ismsManager: 'all', departmentHead: 'unit', riskOwner: 'own' },
  'risk:rate': { ismsManager: 'all', departmentHead: 'unit', riskOwner: 'own' },
  'risk:recompute': { ismsManager: 'all' },
  'treatmentMeasure:read': seen,
  'treatmentMeasure:write': { ismsManager: 'all', departmentHead: 'unit', riskOwner: 'own', controlOwner: 'own', employee: 'own' },
  'treatmentMeasure:verify': { ismsManager: 'all', departmentHead: 'unit' },
  'treatmentPlan:read': seen,
  'treatmentPlan:write': { ismsManager: 'all', departmentHead: 'unit', riskOwner: 'own' },
  'treatmentPlan:submit': { ismsManager: 'all', departmentHead: 'unit', riskOwner: 'own' },
  'riskAcceptance:read': seen,
  'riskAcceptance:write': {},
  'riskAcceptance:request': { ismsManager: 'all', departmentHead: 'unit', riskOwner: 'own' },
  // The ISMS manager is not among them: whoever runs the system does not accept risks for others.
  'riskAcceptance:decide': { riskOwner: 'own', departmentHead: 'unit', topManagement: 'all' },
  'riskAssessment:read': { ismsManager: 'all', topManagement: 'all', departmentHead: 'all', riskOwner: 'all', ...auditors },
  'riskAssessment:write': { ismsManager: 'all' },
}
