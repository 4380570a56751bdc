import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ControlState } from './rules.ts'

/** A control with what its tests show of it. */
export interface TestedControl {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly state: ControlState
  readonly stateSince: string | null
  /** Percent of its full effect, 0–100; null is "not assessed". */
  readonly percent: number | null
  /** That rests on an overdue test. */
  readonly stale: boolean
  /** When the percentage last became another. */
  readonly at: string | null
  /** Name of its owner. */
  readonly owner: string | null
  /** Which of the requirements asked about it answers. */
  readonly requirements: readonly string[]
}

/** Active controls that answer any of these requirements, and those named, by reference. Facts for rules: what a caller may see of them is for the caller's room to say. One statement. */
export const testedControls = async (ctx: Ctx, { requirements, ids }: { readonly requirements: readonly string[]; readonly ids: readonly string[] }): Promise<TestedControl[]> => {
  const { rows } = await sql<TestedControl>`
    select c.id, c.reference, c.name, c.state, c.state_since as "stateSince", c.effectiveness as percent, coalesce(c.effectiveness_stale, false) as stale,
      c.effectiveness_at as at, p.name as owner, w.requirements
    from (
      select x.control, coalesce(array_agg(x.requirement order by x.requirement) filter (where x.requirement is not null), '{}') as requirements from (
        select l.control, l.requirement from control_requirement l where l.org_id = ${ctx.org.id} and l.requirement = any(${requirements}::uuid[])
        union all select id, null from unnest(${ids}::uuid[]) as i(id)
      ) x group by 1
    ) w join control c on c.org_id = ${ctx.org.id} and c.id = w.control and c.archived_at is null
    left join person p on p.org_id = c.org_id and p.id = c.owner order by c.reference`.execute(ctx.tx)
  return rows
}
