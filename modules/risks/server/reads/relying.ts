import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { visibleRisks } from '../views/reach.ts'

export interface RelyingRisks {
  readonly count: number
  /** References of the first of them, the highest level first. */
  readonly references: readonly string[]
}

/** Open risks that rest on each of these controls; controls on which none rests are left out. One statement. */
export const risksRelyingOn = async (ctx: Ctx, controls: readonly string[], most: number): Promise<ReadonlyMap<string, RelyingRisks>> => {
  const { rows } = await sql<RelyingRisks & { control: string }>`
    select control, max(n)::int as count, array_agg(reference order by place) as references from (
      select l.control, t.reference, count(*) over (partition by l.control) as n, row_number() over (partition by l.control order by t.current_level desc nulls last, t.id) as place
      from risk_control l join risk t on t.org_id = l.org_id and t.id = l.risk
      where l.org_id = ${ctx.org.id} and l.control = any(${controls}::uuid[]) and ${visibleRisks(ctx)}
    ) x where place <= ${most} group by control`.execute(ctx.tx)
  return new Map(rows.map(({ control, ...risks }) => [control, risks]))
}
