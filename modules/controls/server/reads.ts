import { rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ControlBrief } from '../contract/index.ts'
import { control } from './control/register.ts'
import { controlsByRequirement } from './control/store.ts'

export { controlsTraced, type ControlTraced } from './control/traced.ts'
export { bestState, type ControlState } from './control/rules.ts'
export type { ControlBrief } from '../contract/index.ts'

/** Active controls of each of these requirements; requirements without any are left out. One statement. */
export const controlsOfRequirements = async (
  ctx: Ctx,
  requirementIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ControlBrief[]>> => controlsByRequirement(ctx, requirementIds)

/** Ids of the requirements that each of these controls answers. One statement. */
export const requirementsOfControls = async (ctx: Ctx, controlIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows } = await sql<{ control: string; requirements: string[] }>`
    select control, array_agg(requirement order by requirement) as requirements from control_requirement
    where org_id = ${ctx.org.id} and control = any(${controlIds}::uuid[]) group by 1`.execute(ctx.tx)
  return new Map(rows.map((r) => [r.control, r.requirements]))
}

/** Controls by id with every field, archived ones too; unknown ids are left out. */
export const controlsByIds = (ctx: Ctx, ids: readonly string[]) => rowsByIds(ctx, control, ids)

/** Controls by id as neighbours show them, with their descriptions; archived ones too. One statement. */
export const controlBriefs = async (
  ctx: Ctx,
  ids: readonly string[],
): Promise<(ControlBrief & { readonly description: string | null })[]> => {
  if (ids.length === 0) return []
  const { rows } = await sql<ControlBrief & { description: string | null }>`
    select id, reference, name, state, state_since as "stateSince", type, owner, document, description from control
    where org_id = ${ctx.org.id} and id = any(${ids}::uuid[])`.execute(ctx.tx)
  return rows
}

/** Active controls that answer none of these requirements: what an organisation does beyond a catalogue. */
export const controlsBeyond = async (ctx: Ctx, requirementIds: readonly string[]): Promise<ControlBrief[]> => {
  const { rows } = await sql<ControlBrief>`
    select c.id, c.reference, c.name, c.state, c.state_since as "stateSince", c.type, c.owner, c.document
    from control c where c.org_id = ${ctx.org.id} and c.archived_at is null and c.state <> 'retired' and not exists (
      select 1 from control_requirement l where l.org_id = c.org_id and l.control = c.id and l.requirement = any(${requirementIds}::uuid[]))
    order by c.reference`.execute(ctx.tx)
  return rows
}
