import { textSql, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export interface BreachTold {
  readonly reference: string
  readonly title: string
  readonly level: number | null
  readonly owner: string | null
  readonly dueOn: string | null
}

/** Breaches of tolerance that nobody has answered yet: the first due, then the highest. For callers who see the whole register. One statement. */
export const openBreaches = async (ctx: Ctx, most: number): Promise<BreachTold[]> => {
  const { rows } = await sql<BreachTold>`select t.reference, ${textSql(ctx.locale, 't', 'title')} as title, t.current_level as level, p.name as owner, t.due_on as "dueOn"
    from tolerance_breach t left join person p on p.org_id = t.org_id and p.id = t.owner
    where t.org_id = ${ctx.org.id} and t.archived_at is null and t.state = 'open' order by t.due_on nulls last, t.current_level desc nulls last, t.id limit ${most}`.execute(ctx.tx)
  return rows
}
