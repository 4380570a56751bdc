import { asOfInstant, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { criteriaInForce } from '../method/inForce.ts'
import { cellsOf, type Counted } from '../views/cells.ts'
import { heatmap } from '../views/heatmap.ts'
import { movement } from '../views/movement.ts'
import { levelKey, visibleRisks } from '../views/reach.ts'

/** How the register stood earlier, and how its risks moved since. */
export interface EarlierStanding {
  readonly at: string
  /** Told by a round of assessment, where the past of the register does not reach so far back. */
  readonly round: { readonly reference: string; readonly name: string } | null
  readonly total: number
  readonly byLevel: Readonly<Record<string, number>>
  readonly cells: ReturnType<typeof cellsOf>
  readonly moved: { readonly added: number; readonly raised: number; readonly lowered: number; readonly rated: number; readonly closed: number }
}

interface Row extends Pick<EarlierStanding, 'at' | 'moved'> {
  readonly reference: string
  readonly name: string
  readonly counted: readonly Counted[] | null
}

/**
 * The last round of the whole organisation that was concluded before an instant; without one, the first that was concluded after it. Null before any round.
 * Figures by another definition than today's are told by level, not by place. Two statements.
 */
const earlierRound = async (ctx: Ctx, before: Date): Promise<EarlierStanding | null> => {
  const criteria = await criteriaInForce(ctx)
  const { rows } = await sql<Row>`
    with round as (
      select id, reference, name, concluded_at from risk_assessment r where org_id = ${ctx.org.id} and archived_at is null and state = 'concluded' and concluded_at < ${ctx.now}
        and not exists (select 1 from assessment_unit u where u.org_id = r.org_id and u.assessment = r.id)
      order by concluded_at <= ${before} desc, case when concluded_at <= ${before} then concluded_at end desc, concluded_at limit 1
    ), b as materialized (
      select s.risk, s.current_level as level, s.current_likelihood as likelihood, s.current_impact as impact, s.definition_hash is distinct from ${criteria?.hash ?? null}::text and s.definition_hash is not null as outdated
      from risk_snapshot s join round r on s.assessment = r.id where s.org_id = ${ctx.org.id}
    ), n as materialized (select t.id, t.current_level as level from risk t where ${visibleRisks(ctx)})
    select r.reference, r.name, r.concluded_at as at,
      (select json_agg(json_build_object('likelihood', likelihood, 'impact', impact, 'level', level, 'outdated', outdated, 'count', count)) from (
        select likelihood, impact, level, outdated, count(*)::int as count from b group by 1, 2, 3, 4) c) as counted,
      (select json_build_object('added', count(*) filter (where b.risk is null), 'raised', count(*) filter (where n.level > b.level), 'lowered', count(*) filter (where n.level < b.level),
        'rated', count(*) filter (where b.risk is not null and n.level is not null and b.level is null), 'closed', count(*) filter (where n.id is null))
        from n full join b on b.risk = n.id) as moved
    from round r`.execute(ctx.tx)
  const [row] = rows
  if (row === undefined) return null
  const { counted, reference, name, ...round } = row
  const byLevel: Record<string, number> = {}
  for (const c of counted ?? []) byLevel[levelKey(c.level)] = (byLevel[levelKey(c.level)] ?? 0) + c.count
  return {
    ...round, round: { reference, name }, byLevel, total: (counted ?? []).reduce((sum, c) => sum + c.count, 0),
    cells: criteria === null ? [] : cellsOf(criteria.method, (counted ?? []).filter((c) => !c.outdated)),
  }
}

/** The register as it stood at an instant; null where it held no risk then, or the instant has not come yet. Five statements at most. */
const standingAt = async (ctx: Ctx, at: Date): Promise<EarlierStanding | null> => {
  if (at >= ctx.now) return null
  const then = await asOfInstant(ctx, at, (past) => heatmap(past, { basis: 'current' }))
  if (then.total === 0) return null
  const now = await criteriaInForce(ctx)
  const { added, higher, lower, gone, moves } = await movement(ctx, { basis: 'current', from: at.toISOString(), to: ctx.now.toISOString() })
  const rated = moves.filter(({ from, to }) => from === levelKey(null) && Number(to) > 0).reduce((sum, { count }) => sum + count, 0)
  return {
    at: at.toISOString(), round: null, total: then.total, byLevel: then.byLevel,
    // Places of another method's map do not fit into today's.
    cells: then.criteria === now?.id ? then.cells : [],
    moved: { added, raised: higher, lowered: lower, rated, closed: gone },
  }
}

/** How the register stood at an instant, or, where it was empty then, at the round of assessment next to it; null where neither tells. Seven statements at most. */
export const earlierStanding = async (ctx: Ctx, at: Date): Promise<EarlierStanding | null> => (await standingAt(ctx, at)) ?? (await earlierRound(ctx, at))
