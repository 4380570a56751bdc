import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { beforeCommit, isRehearsal, type Tx } from '../db/pool.ts'

/** What a verb leaves behind besides its rows, as JSON, in the order in which it came. */
interface Ledger {
  readonly entries: string[]
  readonly searches: string[]
  readonly events: string[]
}
interface Waiting extends Ledger {
  /** About how many characters wait. */
  size: number
}
const pending = new WeakMap<Tx, Waiting>()

/** Where history entries, search entries and events wait for the commit; null for a transaction that `inOrganisation` did not open. */
const ledgerOf = (ctx: Ctx): Waiting | null => {
  const known = pending.get(ctx.tx)
  if (known !== undefined) return known
  const made: Waiting = { entries: [], searches: [], events: [], size: 0 }
  if (!beforeCommit(ctx.tx, () => take(ctx, ['entries', 'searches', 'events']))) return null
  pending.set(ctx.tx, made)
  return made
}

/** JSON of so many characters is no longer one small statement: much of it takes the database longer than its parts. */
const mostWaiting = 2_000_000

/**
 * Has a part written when the transaction commits, together with all others by one statement; at once where nothing waits for the commit.
 * Entries of which too much waits are written before that.
 */
export const later = async (ctx: Ctx, kind: keyof Ledger, part: string): Promise<void> => {
  const ledger = ledgerOf(ctx)
  if (ledger === null) return write(ctx, { entries: [], searches: [], events: [], [kind]: [part] })
  ledger[kind].push(part)
  ledger.size += part.length
  if (ledger.size > mostWaiting) await flush(ctx)
}

/**
 * Writes the entries that wait. Sets too large to wait are written on their own, after this, so that nothing changes its
 * order; events wait for the commit all the same.
 */
export const flush = (ctx: Ctx): Promise<void> => take(ctx, ['entries', 'searches'])

const take = async (ctx: Ctx, kinds: readonly (keyof Ledger)[]): Promise<void> => {
  const ledger = pending.get(ctx.tx)
  if (ledger === undefined) return
  const taken: Ledger = { entries: [], searches: [], events: [] }
  for (const kind of kinds) taken[kind].push(...ledger[kind].splice(0))
  ledger.size = 0
  if (kinds.some((kind) => taken[kind].length > 0)) await write(ctx, taken)
}

/** How much waits now, to go back to when a savepoint is rolled back. */
export const mark = (ctx: Ctx): (() => void) => {
  const at = pending.get(ctx.tx)
  const [entries, searches, events] = [at?.entries.length ?? 0, at?.searches.length ?? 0, at?.events.length ?? 0]
  return () => {
    const now = pending.get(ctx.tx)
    now?.entries.splice(entries)
    now?.searches.splice(searches)
    now?.events.splice(events)
  }
}

/** Takes the events out that wait for the commit, in their order: for whoever follows them before it, in a rehearsal. */
export const takeEvents = (ctx: Ctx): { readonly type: string; readonly payload: unknown }[] =>
  (pending.get(ctx.tx)?.events.splice(0) ?? []).map((json) => JSON.parse(json) as { type: string; payload: unknown })

const list = (parts: readonly string[]): string => `[${parts.join(',')}]`

/**
 * One statement for everything. Entries are only added: each stands until the next of its record. Of several search entries of
 * one record the last counts. The relay's place in the queue is one per organisation and whoever takes it makes every other verb
 * of the organisation wait until its commit, which is why this comes last.
 */
const write = async ({ tx, org, now }: Ctx, { entries, searches, events }: Ledger): Promise<void> => {
  // Nobody will ever read it: history keeps its numbers without gaps, and nobody waits for a place in the queue.
  if (isRehearsal(tx)) return
  const at = now.toISOString()
  await sql`with e as materialized (
      select g.o, r.i, r.id, r.record_id, r.reference, r.version, r.salt, r.hash, r.before, r.after, g.value ->> 'noun' as noun, g.value ->> 'action' as action,
        g.value ->> 'reason' as reason, g.value ->> 'actorId' as actor_id, g.value ->> 'actorName' as actor_name, g.value -> 'origin' as origin
      from jsonb_array_elements(${list(entries)}::jsonb) with ordinality g(value, o) cross join lateral rows from (jsonb_to_recordset(g.value -> 'rows')
        as (id uuid, record_id uuid, reference text, version int, salt text, hash text, before text, after text)) with ordinality r(id, record_id, reference, version, salt, hash, before, after, i)
    ), told as (
      insert into history (id, org_id, noun, record_id, reference, action, version, actor_id, actor_name, origin, reason, payload_hash, valid_from)
      select id, ${org.id}, noun, record_id, reference, action, version, actor_id, actor_name, origin, reason, decode(hash, 'hex'), ${at}::timestamptz
      from e order by o, i
    ), kept as (
      insert into history_payload (history_id, org_id, salt, before, after)
      select id, ${org.id}, decode(salt, 'hex'), before::json, after::json from e
    ), found as (
      insert into search_entry (org_id, noun, record_id, reference, title, body, grams, unit_id, owner_ids, archived)
      select distinct on (g.value ->> 'noun', r.record_id) ${org.id}::uuid, g.value ->> 'noun', r.record_id, r.reference, r.title, r.body, r.grams, r.unit_id, r.owner_ids, r.archived
      from jsonb_array_elements(${list(searches)}::jsonb) with ordinality g(value, o) cross join lateral jsonb_to_recordset(g.value -> 'rows')
        as r(record_id uuid, reference text, title text, body text, grams text[], unit_id uuid, owner_ids uuid[], archived boolean)
      order by g.value ->> 'noun', r.record_id, g.o desc
      on conflict (org_id, noun, record_id) do update set reference = excluded.reference, title = excluded.title, body = excluded.body,
        grams = excluded.grams, unit_id = excluded.unit_id, owner_ids = excluded.owner_ids, archived = excluded.archived
    ), emitted as (
      insert into outbox (org_id, type, payload) select ${org.id}, v.value ->> 'type', v.value -> 'payload'
      from jsonb_array_elements(${list(events)}::jsonb) with ordinality v(value, o) order by v.o
    )
    select heng_enqueue('outbox.relay', '{}'::json, ${`outbox:${org.id}`}, null) where ${events.length > 0}`.execute(tx)
}
