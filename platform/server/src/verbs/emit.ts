import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { isRehearsal } from '../db/pool.ts'
import { later } from './ledger.ts'

/**
 * Tells other rooms what happened: a row of the outbox in the verb's transaction, relayed after commit to
 * every subscriber at least once. Send sets (`ids`), not one event per record.
 */
export const emit = (ctx: Ctx, type: string, payload: unknown): Promise<void> => later(ctx, 'events', JSON.stringify({ type, payload }))

/** Puts work into the job queue inside the verb's transaction: a rolled-back verb never runs it, a rehearsal not even asks. */
export const enqueue = async (
  ctx: Ctx,
  task: string,
  input: unknown,
  options: { key?: string; at?: Date } = {},
): Promise<void> => {
  if (isRehearsal(ctx.tx)) return
  await sql`select heng_enqueue(${task}, ${JSON.stringify(input)}::json, ${options.key ?? null}, ${options.at?.toISOString() ?? null}::timestamptz)`.execute(ctx.tx)
}
