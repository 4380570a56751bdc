import { invalid } from '@heng/contract'
import { allows, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { WorkRecord } from './rules.ts'

export interface Assignee {
  readonly id: string
  readonly name: string
  readonly unit: string | null
}

/**
 * The person whom work shall be given to: anybody in the units that the caller answers for, the caller, and, when
 * existing work is passed on, a colleague of its unit or whoever gave it.
 * @throws HengError `invalid` with `reference` for somebody who is not (or no longer) on record here, with
 * `workAssignee` for somebody whom the caller may not give work to
 */
export const assigneeFor = async (ctx: Ctx, id: string, passed?: Pick<WorkRecord, 'unit' | 'createdBy'>): Promise<Assignee> => {
  const { rows } = await sql<Assignee>`select id, name, unit from person
    where org_id = ${ctx.org.id} and id = ${id} and archived_at is null`.execute(ctx.tx)
  const person = rows[0]
  if (person === undefined) throw invalid('assignee', 'reference')
  const colleague = passed !== undefined && ((passed.unit !== null && passed.unit === person.unit) || passed.createdBy === id)
  if (id !== ctx.caller.personId && !colleague && !allows(ctx, 'workItem:assign', { unitId: person.unit })) throw invalid('assignee', 'workAssignee')
  return person
}
