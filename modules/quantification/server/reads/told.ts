import type { Money } from '@heng/contract'
import type { LossSource, MoneyOfRisk } from '@heng/risks/reads'
import { reachCondition } from '@heng/server-kit'
import { sql } from 'kysely'
import { quantification } from '../quantification/register.ts'

interface Row extends Pick<MoneyOfRisk, 'risk' | 'outdated' | 'at'> {
  readonly currency: string
  readonly amounts: readonly (number | null)[]
}

const amount = (minor: number | null | undefined, currency: string): Money | null => (minor == null ? null : { minor: Number(minor), currency })

/** What rooms that show risks tell of their cost, as simulated last; as far as the caller may see. */
export const told: LossSource['told'] = async (ctx, risks) => {
  const { rows } = await sql<Row>`select t.risk, t.state = 'outdated' as outdated, t.results->>'at' as at, t.currency, array[t.inherent_loss_minor, t.current_loss_minor, t.value_at_risk_minor] as amounts
    from quantification t where t.org_id = ${ctx.org.id} and t.archived_at is null and t.risk = any(${risks}::uuid[]) and t.state <> 'notSimulated'
      and ${reachCondition(ctx, quantification) ?? sql`true`}`.execute(ctx.tx)
  return rows.map(({ currency, amounts: [inherent, current, tail], ...row }) => ({ ...row, inherent: amount(inherent, currency), current: amount(current, currency), valueAtRisk: amount(tail, currency) }))
}
