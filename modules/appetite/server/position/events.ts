import { startJob, type Ctx, type Subscription } from '@heng/server-kit'
import { sql } from 'kysely'
import { statementInForce } from '../statement/inForce.ts'
import { check } from './check.ts'

const most = 2_000

/** Holds these risks, and no others, against the statement anew. */
export const checkRisks = async (ctx: Ctx, risks: readonly string[]): Promise<void> => {
  for (let from = 0; from < risks.length; from += most) await check(ctx, { risks: risks.slice(from, from + most) })
}

interface Payload {
  readonly ids?: readonly string[]
  readonly risks?: readonly string[]
}

const on = (event: string, risksOf: (ctx: Ctx, payload: Payload) => Promise<readonly string[]> | readonly string[]): Subscription => ({
  name: `appetite.${event}`, event,
  handle: async (ctx, { payload }) => {
    const risks = await risksOf(ctx, payload as Payload)
    if (risks.length > 0) await checkRisks(ctx, risks)
  },
})

const named = (_ctx: Ctx, { ids = [] }: Payload): readonly string[] => ids

/** Risks that followed their asset to another unit, or whose asset became another type: the risk itself tells of neither. */
const ofAssets = async (ctx: Ctx, { ids = [] }: Payload): Promise<readonly string[]> => {
  const { rows } = await sql<{ id: string }>`select p.id from appetite_position p join risk t on t.org_id = p.org_id and t.id = p.id join asset a on a.org_id = t.org_id and a.id = t.asset
    where p.org_id = ${ctx.org.id} and t.asset = any(${ids}::uuid[]) and (p.unit is distinct from t.unit or p.asset_type is distinct from a.type)`.execute(ctx.tx)
  return rows.map((r) => r.id)
}

/** Risks whose breach is answered by one of these measures. */
const ofMeasures = async (ctx: Ctx, { ids = [] }: Payload): Promise<readonly string[]> => {
  const { rows } = await sql<{ risk: string }>`select risk from tolerance_breach where org_id = ${ctx.org.id} and measure = any(${ids}::uuid[]) and state <> 'closed'`.execute(ctx.tx)
  return rows.map((r) => r.risk)
}

/** Risks that these acceptances are about and that stand somewhere. */
const ofAcceptances = async (ctx: Ctx, { ids = [] }: Payload): Promise<readonly string[]> => {
  const { rows } = await sql<{ risk: string }>`select distinct x.risk from risk_acceptance x join tolerance_breach b on b.org_id = x.org_id and b.risk = x.risk and b.state <> 'closed'
    where x.org_id = ${ctx.org.id} and x.id = any(${ids}::uuid[])`.execute(ctx.tx)
  return rows.map((r) => r.risk)
}

export const followRisks: readonly Subscription[] = [
  ...['created', 'updated', 'archived', 'restored', 'recomputed', 'lossesMoved'].map((verb) => on(`risk.${verb}`, named)),
  ...['updated', 'restored'].map((verb) => on(`asset.${verb}`, ofAssets)),
  ...['updated', 'archived', 'restored'].map((verb) => on(`treatmentMeasure.${verb}`, ofMeasures)),
  ...['accepted', 'expired', 'reopened', 'withdrawn', 'replaced', 'updated'].map((verb) => on(`riskAcceptance.${verb}`, ofAcceptances)),
  {
    name: 'appetite.unit.updated', event: 'unit.updated',
    // Where a unit stands in the tree decides which lines reach it.
    handle: async (ctx) => {
      const statement = await statementInForce(ctx)
      if (statement?.lines.some((line) => line.unit !== null)) await startJob(ctx, 'appetite.check', {})
    },
  },
]
