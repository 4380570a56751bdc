import { HengError } from '@heng/contract'
import type { HeldRole } from '@heng/server-kit'
import type { AcceptanceRule } from '../../contract/criteria.ts'

export type Authority = AcceptanceRule['acceptBy']

/** Whether somebody speaks with the authority that the criteria ask for; top management speaks for every unit. */
export const holds = (authority: Authority, roles: readonly HeldRole[], unit: string | null): boolean => {
  if (authority === 'nobody' || authority === 'riskOwner') return false
  return roles.some(({ role, unitIds }) =>
    (role === 'topManagement' && unitIds === null) ||
    (authority === 'departmentHead' && role === 'departmentHead' && unit !== null && (unitIds ?? []).includes(unit)))
}

export interface Deciding {
  readonly state: string
  readonly decision: 'accept' | 'refuse'
  readonly authority: Authority
  readonly isOwner: boolean
  readonly holdsAuthority: boolean
}

/**
 * The owner decides first (ISO/IEC 27001 6.1.3 f). Where the criteria ask for a higher word at this level, the owner's yes
 * goes up to it, unless the owner holds that authority; a no of either ends it.
 */
export const decide = ({ state, decision, authority, isOwner, holdsAuthority }: Deciding): 'accepted' | 'escalated' | 'refused' => {
  if (state !== 'requested' && state !== 'escalated') throw new HengError('risks.alreadyDecided', { status: 409 })
  if (authority === 'nobody' && decision === 'accept') throw new HengError('risks.notAcceptable', { status: 409 })
  if (state === 'requested') {
    if (!isOwner) throw new HengError('risks.ownerDecides', { status: 403 })
    if (decision === 'refuse') return 'refused'
    return authority === 'riskOwner' || holdsAuthority ? 'accepted' : 'escalated'
  }
  if (!holdsAuthority || isOwner) throw new HengError('risks.authorityDecides', { status: 403 })
  return decision === 'refuse' ? 'refused' : 'accepted'
}

/** Until when an acceptance holds: what was asked for, within what the criteria allow; both `YYYY-MM-DD`. */
export const checkValidUntil = (asked: string | undefined, today: string, latest: string): string => {
  if (asked === undefined) return latest
  if (asked < today || asked > latest) throw new HengError('risks.validUntil', { params: { today, latest }, fields: [{ path: 'validUntil', code: 'custom' }] })
  return asked
}
