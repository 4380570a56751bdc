import { rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Finding } from '../contract/scope.ts'
import { judge } from './scope/guide.ts'
import { scope } from './scope/register.ts'

export interface ApprovedScope {
  readonly id: string
  readonly reference: string
  readonly edition: number
  readonly statementEn: string | null
  readonly statementZh: string | null
  readonly approvedAt: string
  readonly frozenHash: string
  readonly units: readonly string[]
  readonly sites: readonly string[]
}

/** The statement of scope in force; null before the first approval. */
export const approvedScope = async (ctx: Ctx): Promise<ApprovedScope | null> => {
  const { rows } = await sql<{ id: string }>`select id from scope where org_id = ${ctx.org.id} and state = 'approved'`.execute(ctx.tx)
  const [row] = rows.length === 0 ? [] : await rowsByIds(ctx, scope, [rows[0]!.id])
  return row === undefined ? null : (row as unknown as ApprovedScope)
}

/** What the context still lacks (4.1, 4.2), and, while a draft is open, what its statement lacks (4.3). */
export const contextFindings = async (ctx: Ctx): Promise<readonly Finding[]> => {
  const { rows } = await sql<{ id: string }>`select id from scope where org_id = ${ctx.org.id} and state = 'draft' and archived_at is null`.execute(ctx.tx)
  const [row] = rows.length === 0 ? [] : await rowsByIds(ctx, scope, [rows[0]!.id])
  return (await judge(ctx, row ?? null)).findings
}
