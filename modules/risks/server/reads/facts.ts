import type { Text } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** What other rooms that hang something on risks follow. */
export interface RiskFacts {
  readonly id: string
  readonly reference: string
  readonly title: Text
  readonly owner: string | null
  readonly unit: string | null
  /** Neither closed, merged nor archived. */
  readonly isOpen: boolean
}

/** Risks by id, closed and archived ones too, whoever asks; one statement. */
export const riskFacts = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, RiskFacts>> => {
  const { rows } = await sql<RiskFacts>`select r.id, r.reference, jsonb_build_object('en', r.title_en, 'zh-CN', r.title_zh) as title, r.owner, r.unit,
      (r.status = 'open' and r.archived_at is null) as "isOpen"
    from risk r where r.org_id = ${ctx.org.id} and r.id = any(${ids}::uuid[])`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Ids of risks that these controls or measures bear on, as existing ones, as planned ones or through the measure that builds them; one statement. */
export const risksBorneBy = async (ctx: Ctx, { controls = [], measures = [] }: { readonly controls?: readonly string[]; readonly measures?: readonly string[] }): Promise<string[]> => {
  const { rows } = await sql<{ risk: string }>`
    select risk from risk_control where org_id = ${ctx.org.id} and control = any(${controls}::uuid[])
    union select l.risk from measure_risk l join treatment_measure m on m.org_id = l.org_id and m.id = l.measure
      where l.org_id = ${ctx.org.id} and (m.id = any(${measures}::uuid[]) or m.control = any(${controls}::uuid[])) order by 1`.execute(ctx.tx)
  return rows.map(({ risk }) => risk)
}
