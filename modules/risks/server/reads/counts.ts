import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { levelKey, visibleRisks } from '../views/reach.ts'

export interface RiskCounts {
  readonly total: number
  /** Current level as text to number of risks; `-` for not assessed. */
  readonly byLevel: Readonly<Record<string, number>>
  readonly notAssessed: number
  readonly reviewOverdue: number
  readonly withoutOwner: number
  readonly withoutTreatment: number
  /** Assets with at least one open risk or a scenario that somebody decided on, and all active assets. */
  readonly assetsCovered: number
  readonly assets: number
}

/** Figures for overviews, as far as the caller may see; two statements. */
export const riskCounts = async (ctx: Ctx): Promise<RiskCounts> => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: ctx.org.timezone }).format(ctx.now)
  const { rows } = await sql<{ level: number | null; n: number; overdue: number; ownerless: number; untreated: number }>`
    select t.current_level as level, count(*)::int as n, count(*) filter (where t.review_due < ${today}::date)::int as overdue,
      count(*) filter (where t.owner is null)::int as ownerless, count(*) filter (where t.option is null)::int as untreated
    from risk t where ${visibleRisks(ctx)} group by 1`.execute(ctx.tx)
  const { rows: coverage } = await sql<{ covered: number; assets: number }>`
    select count(*)::int as assets, count(*) filter (where exists (select 1 from risk t where t.org_id = a.org_id and t.asset = a.id and t.archived_at is null)
      or exists (select 1 from risk_further_asset f join risk t on t.org_id = f.org_id and t.id = f.risk and t.archived_at is null where f.org_id = a.org_id and f.asset = a.id)
      or exists (select 1 from risk_scenario s where s.org_id = a.org_id and s.asset = a.id and s.status <> 'proposed')
      or exists (select 1 from risk_scenario_asset g join risk_scenario s on s.org_id = g.org_id and s.id = g.scenario and s.status <> 'proposed' where g.org_id = a.org_id and g.asset = a.id))::int as covered
    from asset a where a.org_id = ${ctx.org.id} and a.archived_at is null`.execute(ctx.tx)
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + pick(row), 0)
  const byLevel = Object.fromEntries(rows.map((r) => [levelKey(r.level), r.n]))
  return {
    total: sum((r) => r.n), byLevel, notAssessed: byLevel['-'] ?? 0, reviewOverdue: sum((r) => r.overdue),
    withoutOwner: sum((r) => r.ownerless), withoutTreatment: sum((r) => r.untreated),
    assetsCovered: coverage[0]?.covered ?? 0, assets: coverage[0]?.assets ?? 0,
  }
}
