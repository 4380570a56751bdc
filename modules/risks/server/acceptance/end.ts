import { emit, record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

interface Ended {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly was: string
  readonly risk: string
}

/** Tells history and other rooms that acceptances ended. */
export const tellEnded = async (ctx: Ctx, rows: readonly Ended[], state: string, reason: string | null): Promise<void> => {
  if (rows.length === 0) return
  await record(ctx, { noun: 'riskAcceptance', action: state, reason }, rows.map((r) => ({
    id: r.id, reference: r.reference, version: r.version, before: { state: r.was }, after: { state },
  })))
  await emit(ctx, `riskAcceptance.${state}`, { ids: rows.map((r) => r.id), risks: rows.map((r) => r.risk) })
}

/**
 * Ends what is asked or accepted about risks: `reopened` where the residual risk has risen above what was accepted,
 * `withdrawn` where the risk itself ended. One statement, and history where there was something to end.
 */
export const endAcceptances = async (ctx: Ctx, risks: readonly string[], state: 'reopened' | 'withdrawn', reason: string | null): Promise<void> => {
  if (risks.length === 0) return
  const { rows } = await sql<Ended>`with live as (
      select id, state from risk_acceptance where org_id = ${ctx.org.id} and risk = any(${risks}::uuid[]) and state in ('requested', 'escalated', 'accepted') for update
    ) update risk_acceptance t set state = ${state}, version = t.version + 1, updated_at = ${ctx.now}
      from live where t.org_id = ${ctx.org.id} and t.id = live.id
      returning t.id, t.reference, t.version, live.state as was, t.risk`.execute(ctx.tx)
  await tellEnded(ctx, rows, state, reason)
}
