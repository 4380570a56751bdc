import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { measureTold, type MeasureOnRisk } from '../risk/effects.ts'
import type { ControlOnRisk } from '../risk/safeguards.ts'

/** A control or measure as a page names it. */
export interface SafeguardName {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly state: string
  /** When its effectiveness last became another, or when the measure was verified. */
  readonly at: string | null
}
export interface Standing {
  readonly controls: readonly (ControlOnRisk & SafeguardName)[]
  readonly measures: readonly (MeasureOnRisk & SafeguardName)[]
}

/** Everything that stands against some risks, by risk, with its names; one statement. Cancelled and archived ones are left out. */
export const standingAgainst = async (ctx: Ctx, risks: readonly string[]): Promise<ReadonlyMap<string, Standing>> => {
  const org = ctx.org.id
  const at = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
  const { rows } = await sql<Standing & { risk: string }>`
    select r.risk,
      coalesce((select jsonb_agg(jsonb_build_object('control', k.id, 'percent', k.effectiveness, 'stale', k.effectiveness_stale, 'id', k.id, 'reference', k.reference, 'name', k.name,
          'state', k.state, 'at', ${at('k.effectiveness_at')}) order by k.reference)
        from risk_control l join control k on k.org_id = l.org_id and k.id = l.control and k.archived_at is null where l.org_id = ${org} and l.risk = r.risk), '[]') as controls,
      coalesce((select jsonb_agg(${measureTold} || jsonb_build_object('id', m.id, 'reference', m.reference, 'name', m.title, 'state', m.state, 'at', ${at('m.verified_at')}) order by m.reference)
        from measure_risk l join treatment_measure m on m.org_id = l.org_id and m.id = l.measure and m.archived_at is null and m.state <> 'cancelled'
        left join control k on k.org_id = m.org_id and k.id = m.control and k.archived_at is null where l.org_id = ${org} and l.risk = r.risk), '[]') as measures
    from unnest(${risks}::uuid[]) as r(risk)`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.risk, row]))
}
