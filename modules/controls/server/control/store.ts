import { assessableOfAll } from '@heng/frameworks/reads'
import { allows, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ControlBrief } from '../../contract/index.ts'

interface Row extends ControlBrief {
  readonly requirement: string
  readonly unit: string | null
}

/** Active controls of requirements, by requirement; one statement. */
export const controlsByRequirement = async (ctx: Ctx, requirementIds: readonly string[]): Promise<Map<string, Row[]>> => {
  const { rows } = await sql<Row>`
    select l.requirement, c.id, c.reference, c.name, c.state, c.state_since as "stateSince", c.type, c.owner, c.unit, c.document
    from control_requirement l join control c on c.org_id = l.org_id and c.id = l.control
    where l.org_id = ${ctx.org.id} and l.requirement = any(${requirementIds}::uuid[]) and c.archived_at is null
    order by c.reference`.execute(ctx.tx)
  const map = new Map<string, Row[]>()
  for (const row of rows) map.set(row.requirement, [...(map.get(row.requirement) ?? []), row])
  return map
}

export const mayRead = (ctx: Ctx, row: { unit: string | null; owner: string | null }): boolean =>
  allows(ctx, 'control:read', { unitId: row.unit, ownerIds: [row.owner] })

/** States of the active controls of every assessable requirement of these frameworks that has any. */
export const statesOfFrameworks = async (ctx: Ctx, frameworkIds: readonly string[]) => {
  const requirements = await assessableOfAll(ctx, frameworkIds)
  const { rows } = await sql<{ requirement: string; states: ControlBrief['state'][] }>`
    select l.requirement, array_agg(c.state) as states
    from control_requirement l join control c on c.org_id = l.org_id and c.id = l.control and c.archived_at is null
    where l.org_id = ${ctx.org.id} and l.requirement = any(${[...requirements.keys()]}::uuid[]) group by 1`.execute(ctx.tx)
  return rows.map((row) => ({ ...row, framework: requirements.get(row.requirement)! }))
}

/** Ties the controls of older requirements to those that took their place, beside the old ties. */
export const carryOver = async (ctx: Ctx, pairs: readonly { from: string; to: string }[]): Promise<string[]> => {
  const { rows } = await sql<{ control: string }>`
    insert into control_requirement (org_id, control, requirement)
    select l.org_id, l.control, p."to" from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as p("from" uuid, "to" uuid)
      join control_requirement l on l.org_id = ${ctx.org.id} and l.requirement = p."from"
    on conflict do nothing returning control`.execute(ctx.tx)
  return [...new Set(rows.map((r) => r.control))]
}
