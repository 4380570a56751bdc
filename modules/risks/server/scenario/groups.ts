import { reachCondition, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { groupNames } from '../views/summary.ts'
import { scenario } from './register.ts'

type By = 'asset' | 'threat' | 'vulnerability' | 'unit'
const most = 500

/** How many scenarios there are of each asset, threat, vulnerability or unit; the largest groups first. */
export const groups = async (ctx: Ctx, { by, status }: { by: By; status: string }) => {
  const reached = reachCondition(ctx, scenario)
  const { rows } = await sql<{ key: string | null; count: number; total: number }>`
    select ${sql.ref(`t.${by}`)} as key, count(*)::int as count, (sum(count(*)) over ())::int as total from risk_scenario t
    where t.org_id = ${ctx.org.id} and t.archived_at is null and t.status = ${status} ${reached === null ? sql`` : sql`and ${reached}`}
    group by 1 order by 2 desc, 1 limit ${most}`.execute(ctx.tx)
  const nameOf = await groupNames(ctx, by, rows.map((r) => r.key))
  return { total: rows[0]?.total ?? 0, groups: rows.map(({ key, count }) => ({ key, label: nameOf(key), count })) }
}
