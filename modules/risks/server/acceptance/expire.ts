import { asSystem, type Ctx, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { markAcceptance } from '../risk/markAcceptance.ts'
import { tellEnded } from './end.ts'

/**
 * Acceptances whose last day is over, in the organisation's time zone, end; their risks are open again and other rooms hear
 * `riskAcceptance.expired`.
 */
export const expireIn = async (ctx: Ctx): Promise<number> => {
  const { rows } = await sql<{ id: string; reference: string; version: number; was: string; risk: string }>`
    update risk_acceptance set state = 'expired', version = version + 1, updated_at = ${ctx.now}
    where org_id = ${ctx.org.id} and state = 'accepted' and valid_until < (${ctx.now}::timestamptz at time zone ${ctx.org.timezone})::date
    returning id, reference, version, 'accepted' as was, risk`.execute(ctx.tx)
  if (rows.length === 0) return 0
  await markAcceptance(ctx, rows.map((r) => ({ id: r.risk, acceptance: 'expired' })))
  await tellEnded(ctx, rows, 'expired', null)
  return rows.length
}

/** Hourly, because days end at different hours; organisations without anything due are not touched. */
export const expireAll = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ org_id: string }>`select distinct a.org_id from risk_acceptance a join organisation o on o.id = a.org_id
    where a.state = 'accepted' and a.valid_until < (now() at time zone o.timezone)::date`.execute(kit.db)
  for (const { org_id } of rows) await asSystem(kit, org_id, 'job', 'risks.expireAcceptances', expireIn)
}
