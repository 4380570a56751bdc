import { lossTogether } from '@heng/risks/reads'
import { reachCondition, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Standing } from '../../contract/shared.ts'
import type { Standings } from '../../contract/standing.ts'
import type { Limits } from '../../contract/statement.ts'
import { standingOf } from '../../rules/standing.ts'
import { breach } from '../breach/register.ts'
import { today } from '../days.ts'
import { position } from '../position/register.ts'
import { noAmounts } from './defaults.ts'
import { statementInForce, type StatementInForce } from './inForce.ts'

type Counts = Record<Standing, number>
const none = (): Counts => ({ breach: 0, watch: 0, within: 0, notAssessed: 0 })

interface Row {
  readonly what: 'overall' | 'level' | 'planned' | 'expected' | 'extreme'
  readonly line: string | null
  readonly standing: Standing | null
  readonly n: number
  readonly minor: number | null
  readonly known: number
}

/** All open risks that the caller may see, counted by line and standing for each measure: one pass over a narrow index. */
const figures = async (ctx: Ctx): Promise<Row[]> => {
  const reached = reachCondition(ctx, position)
  // Of the columns that a row is not grouped by, all are null; a bit that is missing says which measure it is.
  const { rows } = await sql<Row>`
    select case grouping(standing, level_standing, planned_standing, expected_standing, extreme_standing)
        when b'01111'::int then 'overall' when b'10111'::int then 'level' when b'11011'::int then 'planned' when b'11101'::int then 'expected' else 'extreme' end as what,
      coalesce(level_line, expected_line, extreme_line) as line, coalesce(standing, level_standing, planned_standing, expected_standing, extreme_standing) as standing,
      count(*)::int as n, sum(expected_loss_minor)::float8 as minor, count(expected_loss_minor)::int as known
    from appetite_position t where t.org_id = ${ctx.org.id} and t.archived_at is null ${reached === null ? sql`` : sql`and ${reached}`}
    group by grouping sets ((standing), (level_line, level_standing), (level_line, planned_standing), (expected_line, expected_standing), (extreme_line, extreme_standing))`.execute(ctx.tx)
  return rows
}

const breachCounts = async (ctx: Ctx): Promise<Standings['breaches']> => {
  const reached = reachCondition(ctx, breach)
  const { rows } = await sql<Standings['breaches']>`select count(*) filter (where t.state = 'open')::int as open,
      count(*) filter (where t.state = 'open' and t.due_on < ${today(ctx)}::date)::int as overdue,
      count(*) filter (where t.state = 'answered')::int as answered, count(*) filter (where t.state = 'answered' and t.answer = 'exception')::int as exceptions
    from tolerance_breach t where t.org_id = ${ctx.org.id} and t.state <> 'closed' ${reached === null ? sql`` : sql`and ${reached}`}`.execute(ctx.tx)
  return rows[0]!
}

const isRunning = async (ctx: Ctx): Promise<boolean> => {
  const { rows } = await sql`select 1 from job where org_id = ${ctx.org.id} and kind = 'appetite.check' and state in ('waiting', 'running') limit 1`.execute(ctx.tx)
  return rows.length > 0
}

const countsOf = (rows: readonly Row[]): Counts => {
  const counts = none()
  for (const { standing, n } of rows) if (standing !== null) counts[standing] += n
  return counts
}

const lossOf = (rows: readonly Row[]) => {
  const assessed = rows.reduce((sum, r) => sum + r.known, 0)
  const all = rows.reduce((sum, r) => sum + r.n, 0)
  return { minor: assessed === 0 ? null : rows.reduce((sum, r) => sum + (r.minor ?? 0), 0), assessed, notAssessed: all - assessed }
}

const against = (value: number | null, limits: Limits) => ({
  appetite: limits?.appetite ?? null, tolerance: limits?.tolerance ?? null, standing: limits === null ? null : standingOf(value, limits),
})

/** The whole organisation against its limits for all risks together: expected losses add up, bad years do not. */
const together = async (ctx: Ctx, statement: StatementInForce | null, overall: readonly Row[]): Promise<Standings['together']> => {
  const { expected, extreme } = statement?.together ?? noAmounts
  const simulated = statement === null || (expected === null && extreme === null) ? null : await lossTogether(ctx, statement)
  const added = lossOf(overall)
  const loss = simulated?.expected == null ? added : { ...added, minor: Math.round(simulated.expected) }
  const bad = simulated?.extreme == null ? null : Math.round(simulated.extreme)
  return { loss, expected: against(loss.minor, expected), extreme: { ...against(bad, extreme), minor: bad } }
}

/** As `together`, for those who ask for nothing else; two statements and those of whoever knows losses. */
export const standingTogether = async (ctx: Ctx, statement: StatementInForce): Promise<Standings['together']> =>
  together(ctx, statement, (await figures(ctx)).filter((r) => r.what === 'overall'))

/** Where the organisation stands, by line; four statements and those of whoever knows losses. */
export const standing = async (ctx: Ctx): Promise<Standings> => {
  const statement = await statementInForce(ctx)
  const rows = statement === null ? [] : await figures(ctx)
  const overall = rows.filter((r) => r.what === 'overall')
  const total = overall.reduce((sum, r) => sum + r.n, 0)
  return {
    statement: statement === null ? null : { id: statement.id, reference: statement.reference, name: statement.name, currency: statement.currency, percentile: statement.percentile, approvedAt: statement.approvedAt },
    running: await isRunning(ctx),
    total, uncovered: overall.reduce((sum, r) => sum + (r.standing === null ? r.n : 0), 0), overall: countsOf(overall),
    lines: (statement?.lines ?? []).map(({ id }) => {
      const of = (what: Row['what']) => rows.filter((r) => r.what === what && r.line === id)
      return { id, level: countsOf(of('level')), planned: countsOf(of('planned')), expected: countsOf(of('expected')), extreme: countsOf(of('extreme')), loss: lossOf(of('level').length > 0 ? of('level') : of('expected')) }
    }),
    together: await together(ctx, statement, overall),
    breaches: await breachCounts(ctx),
  }
}
