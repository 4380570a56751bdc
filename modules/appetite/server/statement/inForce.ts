import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Line, Policy, Together } from '../../contract/statement.ts'
import { defaultPolicy } from './defaults.ts'

/** The statement that risks are held against now. */
export interface StatementInForce {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly words: string | null
  readonly currency: string
  readonly percentile: number
  readonly approvedAt: string | null
  readonly lines: readonly Line[]
  readonly together: Together
  readonly policy: Policy
}

// Asked several times in one transaction; the answer holds unless a statement changes in it.
const known = new WeakMap<Ctx['tx'], StatementInForce | null>()
export const forgetStatement = (ctx: Ctx): void => void known.delete(ctx.tx)

/** The approved statement; null before there is one: then nothing is beyond anything. */
export const statementInForce = async (ctx: Ctx): Promise<StatementInForce | null> => {
  const remembered = known.get(ctx.tx)
  if (remembered !== undefined) return remembered
  const { rows } = await sql<StatementInForce>`select id, reference, name, words, currency, percentile, approved_at as "approvedAt", lines, together, policy from risk_appetite
    where org_id = ${ctx.org.id} and state = 'approved' and archived_at is null`.execute(ctx.tx)
  const found = rows[0] ?? null
  known.set(ctx.tx, found)
  return found
}

/** Days that the statement gives; before one is in force, the usual ones. */
export const policyNow = async (ctx: Ctx): Promise<Policy> => (await statementInForce(ctx))?.policy ?? defaultPolicy
