import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { beforeCommit, type Tx } from '../db/pool.ts'

interface PendingEvent {
  readonly type: string
  readonly payload: unknown
}
const pending = new WeakMap<Tx, PendingEvent[]>()

/**
 * Tells other rooms what happened: a row of the outbox in the verb's transaction, relayed after commit to
 * every subscriber at least once. Send sets (`ids`), not one event per record.
 *
 * All events of a transaction are written by one statement before it commits: the relay's place in the queue is one
 * per organisation, and whoever takes it makes every other verb of the organisation wait until the end.
 */
export const emit = async (ctx: Ctx, type: string, payload: unknown): Promise<void> => {
  const event: PendingEvent = { type, payload: structuredClone(payload) }
  const events = pending.get(ctx.tx)
  if (events !== undefined) return void events.push(event)
  const first = [event]
  if (beforeCommit(ctx.tx, () => write(ctx, first))) pending.set(ctx.tx, first)
  else await write(ctx, first)
}

const write = async (ctx: Ctx, events: readonly PendingEvent[]): Promise<void> => {
  if (events.length === 0) return
  await sql`with written as (
      insert into outbox (org_id, type, payload) select ${ctx.org.id}, e.value ->> 'type', e.value -> 'payload'
      from jsonb_array_elements(${JSON.stringify(events)}::jsonb) with ordinality e order by e.ordinality)
    select heng_enqueue('outbox.relay', '{}'::json, ${`outbox:${ctx.org.id}`}, null)`.execute(ctx.tx)
}

/**
 * Runs `work` and undoes it again, whether it succeeds or throws: a savepoint that is always rolled back, its events
 * forgotten. For finding out what would be refused.
 */
export const rehearse = async (ctx: Ctx, work: () => Promise<void>): Promise<void> => {
  const told = pending.get(ctx.tx)?.length ?? 0
  await sql`savepoint rehearsal`.execute(ctx.tx)
  try {
    await work()
  } finally {
    await sql`rollback to savepoint rehearsal`.execute(ctx.tx)
    pending.get(ctx.tx)?.splice(told)
  }
}

/** Puts work into the job queue inside the verb's transaction: a rolled-back verb never runs it. */
export const enqueue = async (
  ctx: Ctx,
  task: string,
  input: unknown,
  options: { key?: string; at?: Date } = {},
): Promise<void> => {
  await sql`select heng_enqueue(${task}, ${JSON.stringify(input)}::json, ${options.key ?? null}, ${options.at?.toISOString() ?? null}::timestamptz)`.execute(ctx.tx)
}
