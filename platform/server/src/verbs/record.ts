import { hash as digestOf, randomBytes } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '../context.ts'
import { rowset } from '../db/rowset.ts'
import { isRehearsal } from '../db/pool.ts'
import { canonicalJson } from './canonical.ts'
import { newIds } from './ids.ts'
import { flush, later } from './ledger.ts'

export interface Change {
  readonly id: string
  readonly reference?: string | null
  readonly version: number
  readonly before: unknown
  readonly after: unknown
}

export interface RecordOptions {
  readonly noun: string
  /** Past-tense verb of the noun's history: `created`, `updated`, `archived`, `approved`, … */
  readonly action: string
  readonly reason?: string | null
}

/** SHA-256 over salt and canonical JSON of what changed: the leaf that the evidence log seals. */
export const payloadHash = (salt: Buffer, before: unknown, after: unknown): Buffer => hashOf(salt, canonicalJson(before ?? null), canonicalJson(after ?? null))

/** The same of values that are canonical JSON already: their names stand in the order of the alphabet. */
const hashOf = (salt: Buffer, before: string, after: string): Buffer =>
  digestOf('sha256', Buffer.concat([salt, Buffer.from(`{"after":${after},"before":${before}}`)]), 'buffer')

const chunk = 1_000

/**
 * Appends to `history` who changed which records, from where, before and after, in the verb's transaction: with all that waits
 * for the commit, or, from 250 on, by one statement per thousand records. A failure rolls the verb back.
 */
export const record = (ctx: Ctx, options: RecordOptions, changes: readonly Change[]): Promise<void> =>
  recordPrepared(ctx, options, prepareEntries(changes))

/** History entries with salt and hash, ready to be sent: a few as JSON with all that waits, many by one statement per thousand. */
export type PreparedEntries = { readonly json: string } | { readonly chunks: readonly RawBuilder<unknown>[] }

const columns = [
  { name: 'id', type: 'uuid' }, { name: 'record_id', type: 'uuid' }, { name: 'reference', type: 'text' }, { name: 'version', type: 'integer' },
  { name: 'salt', type: 'text' }, { name: 'hash', type: 'text' }, { name: 'before', type: 'text' }, { name: 'after', type: 'text' },
]

/** Up to so many entries wait for the commit and are written with all else that does. */
const few = 250

/** The part of `record` that needs no database: salts, hashes and texts. */
export const prepareEntries = (changes: readonly Change[]): PreparedEntries => {
  if (changes.length === 0) return { chunks: [] }
  if (changes.length <= few) return { json: JSON.stringify(hashed(changes)) }
  const parts = Array.from({ length: Math.ceil(changes.length / chunk) }, (_, i) => changes.slice(i * chunk, (i + 1) * chunk))
  return { chunks: parts.map((part) => rowset(columns, hashed(part))) }
}

const hashed = (changes: readonly Change[]) => {
  const ids = newIds(changes.length)
  const salts = randomBytes(16 * changes.length)
  return changes.map((change, i) => {
    const salt = salts.subarray(16 * i, 16 * i + 16)
    const [before, after] = [canonicalJson(change.before ?? null), canonicalJson(change.after ?? null)]
    return {
      id: ids[i]!,
      record_id: change.id,
      reference: change.reference ?? null,
      version: change.version,
      salt: salt.toString('hex'),
      hash: hashOf(salt, before, after).toString('hex'),
      before: change.before == null ? null : before,
      after: change.after == null ? null : after,
    }
  })
}

/** The part of `record` that writes: a few when the transaction commits, many at once. */
export const recordPrepared = async (ctx: Ctx, options: RecordOptions, entries: PreparedEntries): Promise<void> => {
  if ('json' in entries) {
    const { noun, action, reason = null } = options
    const head = JSON.stringify({ noun, action, reason, actorId: ctx.caller.userId, actorName: ctx.caller.name, origin: ctx.origin })
    return later(ctx, 'entries', `${head.slice(0, -1)},"rows":${entries.json}}`)
  }
  if (entries.chunks.length === 0 || isRehearsal(ctx.tx)) return
  await flush(ctx)
  for (const one of entries.chunks) await writeChunk(ctx, options, one)
}

const writeChunk = async ({ tx, org, caller, origin, now }: Ctx, options: RecordOptions, rows: RawBuilder<unknown>): Promise<void> => {
  const at = now.toISOString()
  await sql`with r as materialized (
      select * from ${rows}
    ), h as (
      insert into history (id, org_id, noun, record_id, reference, action, version, actor_id, actor_name, origin, reason, payload_hash, valid_from)
      select r.id, ${org.id}, ${options.noun}, r.record_id, r.reference, ${options.action}, r.version, ${caller.userId},
        ${caller.name}, ${JSON.stringify(origin)}::jsonb, ${options.reason ?? null}, decode(r.hash, 'hex'), ${at}
      from r
    )
    insert into history_payload (history_id, org_id, salt, before, after)
    select r.id, ${org.id}, decode(r.salt, 'hex'), r.before::json, r.after::json from r`.execute(tx)
}
