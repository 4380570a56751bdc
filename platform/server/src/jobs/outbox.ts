import { sql } from 'kysely'
import type { Kit } from '../kit.ts'
import { asSystem } from '../http/dispatch.ts'

interface OutboxRow {
  readonly id: string
  readonly type: string
  readonly payload: unknown
}

interface Relay {
  /** Whether somebody asked for it again meanwhile. */
  again: boolean
  done: Promise<void>
}

/** Deliveries that are going on in this process, by organisation. */
const relays = new WeakMap<Kit, Map<string, Relay>>()
const relaysOf = (kit: Kit): Map<string, Relay> => relays.get(kit) ?? relays.set(kit, new Map()).get(kit)!

/**
 * Delivers an organisation's events in order, each to each subscriber in a transaction of its own that also
 * notes the delivery: at least once between processes, exactly once as far as the database sees it. While it goes on, further calls
 * leave their events to it and wait for its end; it looks again before it ends.
 */
export const relayOutbox = (kit: Kit, orgId: string): Promise<void> => {
  const running = relaysOf(kit)
  const other = running.get(orgId)
  if (other !== undefined) {
    other.again = true
    return other.done
  }
  const own: Relay = { again: true, done: Promise.resolve() }
  running.set(orgId, own)
  own.done = (async () => {
    try {
      while (own.again) {
        own.again = false
        await drain(kit, orgId)
      }
    } finally {
      running.delete(orgId)
    }
  })()
  return own.done
}

/** The same for the queue: where it is going on already it is only told to look again, so that no worker waits for another. */
export const relayForQueue = async (kit: Kit, orgId: string): Promise<void> => {
  const other = relaysOf(kit).get(orgId)
  if (other !== undefined) other.again = true
  else await relayOutbox(kit, orgId)
}

const drain = async (kit: Kit, orgId: string): Promise<void> => {
  for (;;) {
    const { rows } = await sql<OutboxRow>`select id::text, type, payload from outbox
      where org_id = ${orgId} and done_at is null order by id limit 200`.execute(kit.db)
    if (rows.length === 0) return
    for (const event of rows) {
      for (const subscription of kit.subscriptions.get(event.type) ?? []) {
        await deliver(kit, orgId, event, subscription.name, (ctx) => subscription.handle(ctx, event))
      }
      await sql`update outbox set done_at = now() where id = ${event.id}`.execute(kit.db)
    }
  }
}

const deliver = async (
  kit: Kit, orgId: string, event: OutboxRow, subscriber: string, handle: Parameters<typeof asSystem<void>>[4],
): Promise<void> =>
  asSystem(kit, orgId, 'job', `event-${event.id}`, async (ctx) => {
    const claimed = await sql`select heng_claim_delivery(${event.id}::bigint, ${subscriber}) as claimed`.execute(ctx.tx)
    if ((claimed.rows[0] as { claimed: boolean }).claimed) await handle(ctx)
  })
