import { reachCondition, searched, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { addDays, endOfWeek, type DueGroup } from '../../contract/index.ts'
import { today } from './present.ts'
import { workItem } from './register.ts'

type Condition = RawBuilder<unknown>

/** Open to roles that the caller holds, and not yet taken by anybody. */
const givenToMyRoles = ({ caller }: Ctx): Condition[] =>
  caller.roles.map(({ role, unitIds }) =>
    unitIds === null
      ? sql`(t.assignee is null and t.role = ${role})`
      : sql`(t.assignee is null and t.role = ${role} and t.unit = any(${unitIds}::uuid[]))`)

/** Work that is the caller's to do. */
export const mine = (ctx: Ctx): Condition =>
  sql`(${sql.join([sql`t.assignee = ${ctx.caller.personId}::uuid`, ...givenToMyRoles(ctx)], sql` or `)})`

/** Work that the caller may see: what their roles reach, and what is open to them. */
export const visible = (ctx: Ctx): Condition => {
  const reached = reachCondition(ctx, workItem)
  return reached === null ? sql`true` : sql`(${reached} or ${mine(ctx)})`
}

/** Days that a group of the inbox spans. */
export const dueIn = (ctx: Ctx, group: DueGroup): Condition => {
  const day = today(ctx)
  switch (group) {
    case 'none':
      return sql`t.due_on is null`
    case 'overdue':
      return sql`t.due_on < ${day}::date`
    case 'today':
      return sql`t.due_on = ${day}::date`
    case 'week':
      return sql`t.due_on between ${addDays(day, 1)}::date and ${endOfWeek(day)}::date`
    case 'later':
      return sql`t.due_on > ${endOfWeek(day)}::date`
  }
}

export const containing = (q: string | undefined): Condition[] => {
  const hits = searched(workItem, { ...(q === undefined ? {} : { q }), archived: 'all' })
  return hits === null ? [] : [sql`t.id in (${hits.all()})`]
}
