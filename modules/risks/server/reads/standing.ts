import { wordingSql, type Ctx } from '@heng/server-kit'
import type { Wording } from '@heng/contract'
import { sql } from 'kysely'

/** A risk with its levels, for comparing two states of the register. */
export interface RiskStanding {
  readonly id: string
  readonly reference: string
  readonly title: Wording
  readonly owner: string | null
  readonly unit: string | null
  /** Open and not archived: what the heat map counts. */
  readonly isOpen: boolean
  readonly inherent: number | null
  readonly current: number | null
  readonly residual: number | null
  readonly acceptance: string | null
}

/** These risks as they stand, whoever asks; unknown ids are left out. One statement. */
export const riskStandings = async (ctx: Ctx, ids: readonly string[]): Promise<RiskStanding[]> => {
  const { rows } = await sql<RiskStanding>`select t.id, t.reference, ${wordingSql('t', 'title')} as title, t.owner, t.unit,
      (t.archived_at is null and t.status = 'open') as "isOpen", t.inherent_level as inherent, t.current_level as current, t.residual_level as residual, t.acceptance
    from risk t where t.org_id = ${ctx.org.id} and t.id = any(${ids}::uuid[])`.execute(ctx.tx)
  return rows
}
