import { effectiveness, lateness, type Effectiveness, type Procedure } from '@heng/engine-assurance'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { dayIn, type ControlState } from '../control/rules.ts'

export interface Stated {
  readonly id: string
  readonly state: ControlState
}

/** Days after its day that a round may still be done, where the procedure says nothing. */
export const usualGrace = 14

interface Row {
  readonly id: string
  readonly control: string
  readonly reference: string
  readonly kind: Procedure['kind']
  readonly schedule: string | null
  readonly startsOn: string
  readonly graceDays: number | null
  readonly nextDue: string | null
  readonly result: string | null
  readonly conclusion: NonNullable<Procedure['result']>['conclusion'] | null
  readonly examined: number | null
  readonly deviations: number | null
}

/** Procedures of controls with their latest concluded results. One statement. */
const proceduresOf = async (ctx: Ctx, controlIds: readonly string[]): Promise<ReadonlyMap<string, readonly Row[]>> => {
  const { rows } = await sql<Row>`
    select t.id, t.control, t.reference, t.kind, t.schedule, t.starts_on as "startsOn", t.grace_days as "graceDays", t.next_due as "nextDue",
      r.id as result, r.conclusion, r.examined, r.deviations
    from control_test t left join test_result r on r.org_id = t.org_id and r.id = t.last_result
    where t.org_id = ${ctx.org.id} and t.control = any(${controlIds}::uuid[]) and t.archived_at is null order by t.reference`.execute(ctx.tx)
  return Map.groupBy(rows, (row) => row.control)
}

const procedureOf = (row: Row, today: string): Procedure => ({
  id: row.id,
  reference: row.reference,
  kind: row.kind,
  result: row.result === null || row.conclusion === null ? null : { id: row.result, conclusion: row.conclusion, examined: row.examined, deviations: row.deviations },
  lateness: lateness({ rule: row.schedule, start: row.startsOn, graceDays: row.graceDays ?? usualGrace }, row.nextDue, today),
})

/**
 * What tests say today, by the organisation's calendar, of controls in these states, by control, with the steps to it. One statement for
 * any number; O(procedures), some milliseconds for each that is late.
 */
export const figuresOf = async (ctx: Ctx, controls: readonly Stated[]): Promise<ReadonlyMap<string, Effectiveness>> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  const procedures = await proceduresOf(ctx, controls.map(({ id }) => id))
  return new Map(controls.map(({ id, state }) => [id, effectiveness({ state, procedures: (procedures.get(id) ?? []).map((row) => procedureOf(row, today)) })]))
}
