import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

/** A new decision takes the place of the acceptance that still holds, if there is one. */
export const replaceHeld = async (ctx: Ctx, risk: string): Promise<void> => {
  const { rows } = await sql<{ id: string; reference: string; version: number }>`update risk_acceptance set state = 'replaced', version = version + 1, updated_at = ${ctx.now}
    where org_id = ${ctx.org.id} and risk = ${risk} and state = 'accepted' returning id, reference, version`.execute(ctx.tx)
  if (rows.length === 0) return
  await record(ctx, { noun: 'riskAcceptance', action: 'replaced' }, rows.map((r) => ({ ...r, before: { state: 'accepted' }, after: { state: 'replaced' } })))
}
