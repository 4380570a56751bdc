import { createHash } from 'node:crypto'
import { HengError } from '@heng/contract'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { canonicalJson } from './canonical.ts'

/**
 * Runs a write once per `Idempotency-Key` of a user: the same request again is answered with the first
 * answer, a different one with the same key is refused. The second of two at once waits for the first.
 */
export const once = async <T>(ctx: Ctx, key: string | undefined, input: unknown, work: () => Promise<T>): Promise<T> => {
  const userId = ctx.caller.userId
  if (key === undefined || userId === null) return work()
  const operation = ctx.operation?.id ?? ''
  const hash = createHash('sha256').update(canonicalJson({ input, operation })).digest('hex')
  const inserted = await sql`insert into idempotency (org_id, user_id, key, operation, request_hash)
    values (${ctx.org.id}, ${userId}, ${key}, ${operation}, ${hash}) on conflict do nothing returning key`.execute(ctx.tx)
  if (inserted.rows.length === 0) {
    const { rows } = await sql<{ request_hash: string; response: T }>`select request_hash, response from idempotency
      where org_id = ${ctx.org.id} and user_id = ${userId} and key = ${key}`.execute(ctx.tx)
    if (rows[0]?.request_hash !== hash) throw new HengError('idempotencyReuse', { status: 422 })
    return rows[0].response
  }
  const response = await work()
  await sql`update idempotency set response = ${JSON.stringify(response ?? null)}::jsonb
    where org_id = ${ctx.org.id} and user_id = ${userId} and key = ${key}`.execute(ctx.tx)
  return response
}
