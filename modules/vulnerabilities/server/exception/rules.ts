import { addDays } from '@heng/work/contract'
import { longestDays, mostOwners } from '../../contract/exception.ts'

export interface Borne {
  readonly severity: string | null
  readonly exploited: boolean | null
}

/** Whether one of these is critical or known to be exploited: then the time is short and top management decides as well. */
export const isGrave = (all: readonly Borne[]): boolean => all.some(({ severity, exploited }) => severity === 'critical' || exploited === true)

/** The first and the last day until which these may be borne. */
export const borneUntil = (today: string, all: readonly Borne[]): { readonly first: string; readonly last: string } =>
  ({ first: addDays(today, 1), last: addDays(today, isGrave(all) ? longestDays.grave : longestDays.usual) })

export interface Deciders {
  readonly requester: string | null
  /** Owners of the assets. */
  readonly owners: readonly string[]
  /** Who manages the ISMS of the whole organisation. */
  readonly ismsManagers: readonly string[]
  readonly grave: boolean
}
export interface Step {
  readonly order: number
  readonly personIds?: readonly string[]
  readonly quorum?: number
  readonly role?: 'ismsManager' | 'topManagement'
}

/**
 * Who decides, one after the other: every owner of the assets where they are few; the ISMS manager, who sees them all; top management where the matter is
 * grave. The requester is none of them; where nobody else manages the ISMS, top management decides instead (ISO/IEC 27002 5.3).
 */
export const stepsOf = ({ requester, owners, ismsManagers, grave }: Deciders): Step[] => {
  const others = owners.filter((id) => id !== requester)
  const few = others.length > 0 && others.length <= mostOwners
  const managed = ismsManagers.some((id) => id !== requester)
  const steps = [...(few ? [{ personIds: others, quorum: others.length }] : []), ...(managed ? [{ role: 'ismsManager' as const }] : []), ...(grave || !managed ? [{ role: 'topManagement' as const }] : [])]
  return steps.map((step, i) => ({ order: i + 1, ...step }))
}
