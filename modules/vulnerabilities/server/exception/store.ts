import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Borne } from './rules.ts'

/** A vulnerability as a decision is asked about it. */
export interface Listed extends Borne {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly priority: string | null
  readonly state: string
  readonly asset: string | null
  readonly unit: string | null
  readonly owner: string | null
  readonly assignee: string | null
  readonly archived: boolean
}

/** These vulnerabilities, the most urgent first. One statement. */
export const listed = async (ctx: Ctx, ids: readonly string[]): Promise<Listed[]> => {
  const { rows } = await sql<Listed>`select v.id, v.reference, v.title, v.severity, v.priority, v.exploited, v.state, v.asset, v.unit, v.owner, v.assignee, v.archived_at is not null as archived
    from unnest(${ids}::uuid[]) as r(id) join vulnerability v on v.org_id = ${ctx.org.id} and v.id = r.id order by v.rank desc nulls last, v.id`.execute(ctx.tx)
  return rows
}

/** What approvers decide on: what is borne, how grave, on which assets. */
export const borneOf = (rows: readonly Listed[]) => ({
  noun: 'vulnerability', rows: rows.map(({ id, reference, title, severity, priority, exploited, asset }) => ({ id, reference, title, severity, priority, exploited, asset })),
})
