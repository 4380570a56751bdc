import { reachCondition, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { control } from './register.ts'

export interface ControlTraced {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly state: string
  readonly document: string | null
  readonly requirements: readonly string[]
}

/** Active controls by id, and those that answer these requirements, as far as the caller may see. One statement; at most 100. */
export const controlsTraced = async (ctx: Ctx, { ids, requirements }: { ids: readonly string[]; requirements: readonly string[] }): Promise<ControlTraced[]> => {
  const { rows } = await sql<ControlTraced>`
    select t.id, t.reference, t.name, t.state, t.document,
      array(select l.requirement from control_requirement l where l.org_id = t.org_id and l.control = t.id) as requirements
    from control t where t.org_id = ${ctx.org.id} and t.archived_at is null and ${reachCondition(ctx, control) ?? sql`true`}
      and (t.id = any(${ids}::uuid[]) or t.id in (
        select l.control from control_requirement l where l.org_id = ${ctx.org.id} and l.requirement = any(${requirements}::uuid[])))
    order by t.reference limit 100`.execute(ctx.tx)
  return rows
}
