import { HengError, notFound, wordingIn, type Wording } from '@heng/contract'
import { covers, reach, wordingSql, type Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import type { Selection } from '../../contract/scenario.ts'

export interface Chosen {
  readonly id: string
  readonly title: Wording
  readonly asset: string
  readonly furtherAssets: readonly string[]
  readonly threat: string
  readonly vulnerability: string
  readonly unit: string | null
  readonly owner: string | null
  readonly status: string
}

/** The most that one call decides, so that a request stays short. */
export const most = 2_000

const agreeing = ({ where = {} }: Selection): RawBuilder<unknown> =>
  sql.join(Object.entries(where).map(([key, value]) => (key === 'asset' || key === 'unit' ? sql`t.${sql.ref(key)} = ${value}::uuid` : sql`t.${sql.ref(key)} = ${value}`)), sql` and `)

const columns = sql`t.id, ${wordingSql('t', 'title')} as title, t.asset,
  array(select l.asset from risk_scenario_asset l where l.org_id = t.org_id and l.scenario = t.id order by 1) as "furtherAssets", t.threat, t.vulnerability, t.unit, t.owner, t.status`

/**
 * Locks the scenarios to decide on. Named ones must all be there, be the caller's to decide and be undecided; of those that
 * agree in some fields the caller's own undecided ones are taken, `most` at a time, and `remaining` counts the rest.
 */
export const choose = async (ctx: Ctx, select: Selection, status: 'proposed' | 'dismissed' = 'proposed'): Promise<{ rows: Chosen[]; remaining: number }> => {
  const reached = reach(ctx, 'riskScenario:write')
  if (select.ids !== undefined) {
    const ids = [...new Set(select.ids)]
    const { rows } = await sql<Chosen>`select ${columns} from risk_scenario t where t.org_id = ${ctx.org.id} and t.id = any(${ids}::uuid[]) order by t.id for update`.execute(ctx.tx)
    const mine = rows.filter((r) => covers(reached, { unitId: r.unit, ownerIds: [r.owner] }))
    if (mine.length < ids.length) throw notFound('riskScenario')
    const other = mine.find((r) => r.status !== status)
    if (other !== undefined) throw new HengError('risks.scenarioDecided', { status: 409, params: { title: wordingIn(ctx.locale, other.title) } })
    return { rows: mine, remaining: 0 }
  }
  const own = reached.kind === 'all' ? sql`true` : reached.kind === 'none' ? sql`false`
    : sql`(t.unit = any(${reached.unitIds}::uuid[]) or t.owner = ${reached.personId}::uuid)`
  const where = sql`t.org_id = ${ctx.org.id} and t.archived_at is null and t.status = ${status} and ${own} and ${agreeing(select)}`
  const { rows } = await sql<Chosen>`select ${columns} from risk_scenario t where ${where} order by t.id limit ${most} for update`.execute(ctx.tx)
  if (rows.length < most) return { rows, remaining: 0 }
  const { rows: left } = await sql<{ n: number }>`select count(*)::int as n from risk_scenario t where ${where}`.execute(ctx.tx)
  return { rows, remaining: left[0]!.n - rows.length }
}
