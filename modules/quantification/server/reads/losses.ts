import type { Money } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** What a risk may cost in a year. Null is not assessed. */
export interface RiskLoss {
  readonly risk: string
  readonly state: 'notSimulated' | 'fresh' | 'outdated'
  readonly inherent: Money | null
  readonly current: Money | null
  readonly planned: Money | null
  /** At 95 %, with today's controls. */
  readonly valueAtRisk: Money | null
}

interface Row extends Pick<RiskLoss, 'risk' | 'state'> {
  readonly currency: string
  readonly amounts: readonly (number | null)[]
}

/** Losses of these risks, or of all that are quantified; archived ones are left out. One statement. */
export const lossesOfRisks = async (ctx: Ctx, risks: readonly string[] | null): Promise<ReadonlyMap<string, RiskLoss>> => {
  const { rows } = await sql<Row>`select risk, state, currency, array[inherent_loss_minor, current_loss_minor, planned_loss_minor, value_at_risk_minor] as amounts
    from quantification where org_id = ${ctx.org.id} and archived_at is null and (${risks === null} or risk = any(${risks ?? []}::uuid[]))`.execute(ctx.tx)
  return new Map(rows.map(({ risk, state, currency, amounts }) => {
    const [inherent, current, planned, valueAtRisk] = amounts.map((minor) => (minor === null ? null : { minor: Number(minor), currency }))
    return [risk, { risk, state, inherent: inherent!, current: current!, planned: planned!, valueAtRisk: valueAtRisk! }]
  }))
}
