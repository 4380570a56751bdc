import { payloadHash, type Ctx } from '@heng/server-kit'
import { personsOfAccounts } from '@heng/directory/reads'
import { sql, type RawBuilder } from 'kysely'
import type { HistoryEntry } from '../../contract/history.ts'
import { changesOf } from './diff.ts'

export interface StoredEntry {
  readonly seq: number
  readonly id: string
  readonly noun: string
  readonly record_id: string
  readonly reference: string | null
  readonly action: string
  readonly version: number
  readonly actor_id: string | null
  readonly actor_name: string
  readonly origin: { readonly via: HistoryEntry['via']; readonly ip?: string }
  readonly reason: string | null
  readonly payload_hash: Buffer
  readonly valid_from: string
  readonly salt: Buffer | null
  readonly before: unknown
  readonly after: unknown
}

/** Entries of the history with their payloads, as conditions on `h`; one statement. */
export const readEntries = async (ctx: Ctx, where: RawBuilder<unknown>, order: RawBuilder<unknown>, limit: number): Promise<StoredEntry[]> => {
  const { rows } = await sql<StoredEntry>`
    select h.seq, h.id, h.noun, h.record_id, h.reference, h.action, h.version, h.actor_id, h.actor_name, h.origin, h.reason,
      h.payload_hash, h.valid_from, p.salt, p.before, p.after
    from history h left join history_payload p on p.history_id = h.id
    where h.org_id = ${ctx.org.id} and ${where} order by ${order} limit ${limit}`.execute(ctx.tx)
  return rows
}

/** Whether the payload still is what was hashed when the change was recorded. */
export const payloadState = ({ salt, before, after, payload_hash }: Pick<StoredEntry, 'salt' | 'before' | 'after' | 'payload_hash'>): HistoryEntry['payload'] =>
  salt === null ? 'erased' : payloadHash(salt, before, after).equals(payload_hash) ? 'intact' : 'broken'

/** Stored entries as the contract shows them; one statement for the persons behind the accounts. */
export const presentEntries = async (ctx: Ctx, rows: readonly StoredEntry[], options: { withAddress: boolean }): Promise<HistoryEntry[]> => {
  const accounts = [...new Set(rows.map((r) => r.actor_id).filter((id) => id !== null))]
  const persons = await personsOfAccounts(ctx, accounts)
  return rows.map((r) => ({
    id: r.id,
    noun: r.noun,
    recordId: r.record_id,
    reference: r.reference,
    action: r.action,
    version: r.version,
    actor: { name: r.actor_name, personId: persons.get(r.actor_id ?? '') ?? null, system: r.actor_id === null },
    at: r.valid_from,
    via: r.origin.via,
    ip: options.withAddress ? (r.origin.ip ?? null) : null,
    reason: r.reason,
    changes: changesOf(r.before, r.after, Object.keys(ctx.kit.registers.get(r.noun)?.noun.fields ?? {})),
    payload: payloadState(r),
  }))
}
