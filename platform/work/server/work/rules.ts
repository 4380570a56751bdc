import type { Role } from '@heng/contract'
import { allows, type Ctx, type StoredRow } from '@heng/server-kit'

/** A stored piece of work, typed. */
export interface WorkRecord extends StoredRow {
  title: string
  titles: { en: string; 'zh-CN': string } | null
  kind: string
  assignee: string | null
  role: Role | null
  unit: string | null
  dueOn: string | null
  state: 'open' | 'done' | 'cancelled'
  byHand: boolean
  subjectNoun: string | null
  subjectId: string | null
  createdBy: string | null
}

type Who = Pick<Ctx, 'caller' | 'kit'>

/** Whether the caller holds the role that the work is given to, over its unit; work without a unit is for those who hold it everywhere. */
export const holdsRole = ({ caller }: Who, { role, unit }: Pick<WorkRecord, 'role' | 'unit'>): boolean =>
  caller.roles.some((held) => held.role === role && (held.unitIds === null || (unit !== null && held.unitIds.includes(unit))))

/** Whether the work is the caller's to do: given to them, or to a role of theirs and not yet taken. */
export const isMine = (who: Who, row: WorkRecord): boolean =>
  who.caller.personId !== null && (row.assignee === who.caller.personId || (row.assignee === null && holdsRole(who, row)))

const mayAssign = (who: Who, row: WorkRecord): boolean => allows(who, 'workItem:assign', { unitId: row.unit })

/**
 * What the caller may do with it. Work that is not finished by hand follows its record: it can be neither
 * reported as done nor handed on here, because that would not change who may act on the record.
 */
export const allowedActions = (who: Who, row: WorkRecord): string[] => {
  if (row.state !== 'open') return []
  const actions: string[] = []
  const me = who.caller.personId
  if (row.assignee === null && isMine(who, row)) actions.push('take')
  if (!row.byHand) return actions
  if (isMine(who, row)) actions.push('complete')
  if (mayAssign(who, row) || row.assignee === me || row.createdBy === me) actions.push('reassign')
  if (mayAssign(who, row) || (row.createdBy !== null && row.createdBy === me)) actions.push('cancel')
  return actions
}
