import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
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
export const payloadHash = (salt: Buffer, before: unknown, after: unknown): Buffer =>
  createHash('sha256').update(salt).update(canonicalJson({ after: after ?? null, before: before ?? null })).digest()

const chunk = 1_000

/**
 * Appends to `history` who changed which records, from where, before and after, in the verb's transaction: with all that waits
 * for the commit, or, from 250 on, by one statement per thousand records. A failure rolls the verb back.
 */
export const record = (ctx: Ctx, options: RecordOptions, changes: readonly Change[]): Promise<void> =>
  recordPrepared(ctx, options, prepareEntries(changes))

/** History entries with salt and hash, as JSON for one statement each. */
export type PreparedEntries = readonly { readonly records: readonly string[]; readonly json: string }[]

/** The part of `record` that needs no database: hashes and JSON of up to a thousand entries each. */
export const prepareEntries = (changes: readonly Change[]): PreparedEntries =>
  Array.from({ length: Math.ceil(changes.length / chunk) }, (_, i) => prepareChunk(changes.slice(i * chunk, (i + 1) * chunk)))

const prepareChunk = (changes: readonly Change[]): PreparedEntries[number] => {
  const ids = newIds(changes.length)
  const salts = randomBytes(16 * changes.length)
  const rows = changes.map((change, i) => {
    const salt = salts.subarray(16 * i, 16 * i + 16)
    return {
      id: ids[i]!,
      record_id: change.id,
      reference: change.reference ?? null,
      version: change.version,
      salt: salt.toString('hex'),
      hash: payloadHash(salt, change.before, change.after).toString('hex'),
      // Left out, the database sees NULL and not the JSON value null.
      before: change.before ?? undefined,
      after: change.after ?? undefined,
    }
  })
  return { records: changes.map((c) => c.id), json: JSON.stringify(rows) }
}

/** Up to so many entries wait for the commit and are written with all else that does. */
const few = 250

/** The part of `record` that writes: a few when the transaction commits, many at once. */
export const recordPrepared = async (ctx: Ctx, options: RecordOptions, entries: PreparedEntries): Promise<void> => {
  const [first] = entries
  if (first === undefined) return
  if (entries.length === 1 && first.records.length <= few) {
    const { noun, action, reason = null } = options
    const head = JSON.stringify({ noun, action, reason, actorId: ctx.caller.userId, actorName: ctx.caller.name, origin: ctx.origin })
    return later(ctx, 'entries', { json: `${head.slice(0, -1)},"rows":${first.json}}`, ...(action === 'created' ? {} : { closes: { noun, ids: first.records } }) })
  }
  await flush(ctx)
  for (const one of entries) await writeChunk(ctx, options, one)
}

const writeChunk = async ({ tx, org, caller, origin, now }: Ctx, options: RecordOptions, { records, json }: PreparedEntries[number]): Promise<void> => {
  const at = now.toISOString()
  await sql`with closed as (
      update history set valid_to = ${at}
      where org_id = ${org.id} and noun = ${options.noun} and valid_to is null and ${options.action !== 'created'}
        and record_id = any(${records}::uuid[])
    ), r as materialized (
      select * from json_to_recordset(${json}::json)
        as r(id uuid, record_id uuid, reference text, version int, salt text, hash text, before json, after json)
    ), h as (
      insert into history (id, org_id, noun, record_id, reference, action, version, actor_id, actor_name, origin, reason, payload_hash, valid_from)
      select r.id, ${org.id}, ${options.noun}, r.record_id, r.reference, ${options.action}, r.version, ${caller.userId},
        ${caller.name}, ${JSON.stringify(origin)}::jsonb, ${options.reason ?? null}, decode(r.hash, 'hex'), ${at}
      from r
    )
    insert into history_payload (history_id, org_id, salt, before, after)
    select r.id, ${org.id}, decode(r.salt, 'hex'), r.before, r.after from r`.execute(tx)
}
