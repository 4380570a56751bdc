import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Effects } from '../../contract/measure.ts'

/** A measure that is still to come: what it costs, and what it is expected to take off. */
export interface PlannedMeasure {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly minor: number | null
  readonly currency: string | null
  readonly effects: Effects | null
}

/** Measures planned or in progress, by reference, at most five hundred; whoever asks. One statement. */
export const plannedMeasures = async (ctx: Ctx): Promise<PlannedMeasure[]> => {
  const { rows } = await sql<PlannedMeasure>`select id, reference, title, cost_minor as minor, cost_currency as currency, effects from treatment_measure
    where org_id = ${ctx.org.id} and archived_at is null and state in ('planned', 'inProgress') order by reference limit 500`.execute(ctx.tx)
  return rows
}
