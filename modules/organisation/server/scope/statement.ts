import { rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ScopeBasis } from '../../contract/scope.ts'
import { scope } from './register.ts'

/** The statement in force, without the issues and requirements behind it; two statements and one per link. */
export const statement = async (ctx: Ctx) => {
  const { rows } = await sql<{ id: string }>`select id from scope where org_id = ${ctx.org.id} and state = 'approved'`.execute(ctx.tx)
  const [row] = rows.length === 0 ? [] : await rowsByIds(ctx, scope, [rows[0]!.id])
  if (row === undefined) return { statement: null }
  const { units, sites } = row.basis as ScopeBasis
  const { reference, edition, statementEn, statementZh, businesses, systems, exclusions, approvedAt, frozenHash } = row
  return { statement: { reference, edition, statementEn, statementZh, units, sites, businesses, systems, exclusions, approvedAt, frozenHash } as never }
}
