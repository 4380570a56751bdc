import { HengError, type Role } from '@heng/contract'

export const administrators: readonly Role[] = ['systemAdministrator', 'securityAdministrator', 'auditAdministrator']

export interface Assignment {
  readonly person: string
  readonly role: Role
  readonly unit: string | null
  readonly validUntil: string | null
}

export interface Granting {
  readonly personId: string | null
  readonly roles: readonly Role[]
  /** Whether anybody holds the security administrator's role today. */
  readonly securityAdministratorExists: boolean
}

/**
 * Who may give or take which role: business roles the ISMS manager, administrator roles the security
 * administrator; while there is no security administrator the ISMS manager appoints the first. Nobody
 * grants to themselves (职责分离).
 */
export const checkGranting = (by: Granting, assignment: Assignment, action: 'give' | 'take'): void => {
  if (action === 'give' && by.personId === assignment.person) throw new HengError('role.self', { status: 403 })
  const administrative = administrators.includes(assignment.role)
  const allowed = administrative
    ? by.roles.includes('securityAdministrator') || (!by.securityAdministratorExists && by.roles.includes('ismsManager') && assignment.role === 'securityAdministrator')
    : by.roles.includes('ismsManager') || by.roles.includes('securityAdministrator')
  if (!allowed) throw new HengError('role.notYours', { status: 403 })
}

export const checkShape = (assignment: Assignment): void => {
  if (assignment.role === 'departmentHead' && assignment.unit === null) {
    throw new HengError('role.needsUnit', { fields: [{ path: 'unit', code: 'required' }] })
  }
  if (assignment.role === 'externalAuditor' && assignment.validUntil === null) {
    throw new HengError('role.needsEnd', { fields: [{ path: 'validUntil', code: 'required' }] })
  }
}

/** System, security and audit administrator are three different people (三员分立). */
export const checkSeparation = (held: readonly { person: string; role: Role }[]): void => {
  const seen = new Map<string, Role>()
  for (const { person, role } of held) {
    if (!administrators.includes(role)) continue
    const other = seen.get(person)
    if (other !== undefined && other !== role) throw new HengError('role.administrators', { status: 409 })
    seen.set(person, role)
  }
}
