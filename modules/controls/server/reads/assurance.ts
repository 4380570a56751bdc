import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ControlState } from '../control/rules.ts'

/** Controls that were not archived, alike in what is known of them. */
export interface ControlGroup {
  readonly state: ControlState
  /** Percent of the full effect that tests support; null is "not assessed". */
  readonly percent: number | null
  /** Rests on an overdue test. */
  readonly stale: boolean
  readonly count: number
}

/** How the controls stand as a whole, as groups of a few dozen rows. One statement. */
export const controlAssurance = async (ctx: Ctx): Promise<ControlGroup[]> => {
  const { rows } = await sql<ControlGroup>`select state, effectiveness as percent, effectiveness_stale as stale, count(*)::int as count from control
    where org_id = ${ctx.org.id} and archived_at is null group by 1, 2, 3`.execute(ctx.tx)
  return rows
}
