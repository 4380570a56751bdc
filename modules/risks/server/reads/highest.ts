import { textSql, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { TreatmentOption } from '../../contract/shared.ts'
import { visibleRisks } from '../views/reach.ts'

export interface HighestRisk {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly level: number
  readonly residual: number | null
  readonly owner: string | null
  readonly option: TreatmentOption | null
  readonly acceptance: string
  readonly acceptedUntil: string | null
  /** Measures that are not finished, and the first day one of them is due. */
  readonly openMeasures: number
  readonly nextDue: string | null
}

/** The highest assessed risks with what is done about them: by level, then impact, then likelihood, the older first. One statement. */
export const highestRisks = async (ctx: Ctx, most: number): Promise<HighestRisk[]> => {
  const { rows } = await sql<HighestRisk>`
    with highest as (
      select t.* from risk t where ${visibleRisks(ctx)} and t.current_level is not null
      order by t.current_level desc, t.current_impact desc nulls last, t.current_likelihood desc nulls last, t.id limit ${most}
    )
    select t.id, t.reference, ${textSql(ctx.locale, 't', 'title')} as title, t.current_level as level, t.residual_level as residual, p.name as owner, t.option, t.acceptance,
      t.accepted_until as "acceptedUntil", coalesce(m.open, 0)::int as "openMeasures", m.next as "nextDue"
    from highest t left join person p on p.org_id = t.org_id and p.id = t.owner
    left join lateral (
      select count(*) as open, min(x.due) as next from measure_risk l join treatment_measure x on x.org_id = l.org_id and x.id = l.measure
      where l.org_id = t.org_id and l.risk = t.id and x.archived_at is null and x.state in ('planned', 'inProgress')
    ) m on true
    order by t.current_level desc, t.current_impact desc nulls last, t.current_likelihood desc nulls last, t.id`.execute(ctx.tx)
  return rows
}
