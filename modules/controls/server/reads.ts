import { rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ControlBrief } from '../contract/index.ts'
import { control } from './control/register.ts'

export { controlsTraced, type ControlTraced } from './control/traced.ts'
export { controlAssurance, type ControlGroup } from './reads/assurance.ts'
export { testsTraced, type TestTraced } from './controlTest/traced.ts'
export { testedControls, type TestedControl } from './control/tested.ts'
export { bestState, type ControlState } from './control/rules.ts'
export { plantTests, type PlannedResult, type PlannedTest } from './testResult/plant.ts'
export type { ControlBrief } from '../contract/index.ts'

/** A control with what it says and which requirements it answers. */
export interface ControlEntry extends ControlBrief {
  readonly description: string | null
  readonly archived: boolean
  readonly requirements: readonly string[]
}

/** Every control of the organisation, archived ones too, by reference. One statement; what stands below is answered from it. */
export const controlBook = async (ctx: Ctx): Promise<ControlEntry[]> => {
  const { rows } = await sql<ControlEntry>`
    select c.id, c.reference, c.name, c.state, c.state_since as "stateSince", c.type, c.owner, c.document, c.description,
      c.archived_at is not null as archived,
      array(select l.requirement from control_requirement l where l.org_id = c.org_id and l.control = c.id order by 1) as requirements
    from control c where c.org_id = ${ctx.org.id} order by c.reference`.execute(ctx.tx)
  return rows
}

/** Active controls of requirements, by requirement; those without any are left out. */
export const controlsOfRequirements = (book: readonly ControlEntry[]): ReadonlyMap<string, readonly ControlEntry[]> => {
  const found = new Map<string, ControlEntry[]>()
  for (const control of book) {
    if (control.archived) continue
    for (const id of control.requirements) found.set(id, [...(found.get(id) ?? []), control])
  }
  return found
}

/** Ids of the requirements that each of these controls answers. One statement. */
export const requirementsOfControls = async (ctx: Ctx, controlIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows } = await sql<{ control: string; requirements: string[] }>`
    select control, array_agg(requirement order by requirement) as requirements from control_requirement
    where org_id = ${ctx.org.id} and control = any(${controlIds}::uuid[]) group by 1`.execute(ctx.tx)
  return new Map(rows.map((r) => [r.control, r.requirements]))
}

/** Controls by id with every field, archived ones too; unknown ids are left out. */
export const controlsByIds = (ctx: Ctx, ids: readonly string[]) => rowsByIds(ctx, control, ids)

/** Active controls that answer none of these requirements: what an organisation does beyond a catalogue. */
export const controlsBeyond = (book: readonly ControlEntry[], requirementIds: readonly string[]): ControlEntry[] => {
  const within = new Set(requirementIds)
  return book.filter((c) => !c.archived && c.state !== 'retired' && !c.requirements.some((id) => within.has(id)))
}

export interface Effectiveness {
  /** Percent of the full effect that tests support, 0–100; null is "not assessed". */
  readonly percent: number | null
  /** Rests on a test that is overdue. */
  readonly stale: boolean
  /** When it last became another; null when it never did. */
  readonly at: string | null
}

/**
 * How effective controls are shown to be, archived ones too; unknown ids are left out. One statement. `control.effectivenessMoved`
 * { ids, reason } tells of every change of `percent` or `stale`; reason: `state`, `result`, `procedure` or `time`.
 */
export const effectivenessOf = async (ctx: Ctx, controlIds: readonly string[]): Promise<ReadonlyMap<string, Effectiveness>> => {
  const { rows } = await sql<Effectiveness & { id: string }>`
    select id, effectiveness as percent, effectiveness_stale as stale, effectiveness_at as at from control
    where org_id = ${ctx.org.id} and id = any(${controlIds}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map(({ id, percent, stale, at }) => [id, { percent, stale, at }]))
}
