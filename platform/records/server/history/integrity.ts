import { breathe, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { payloadState, type StoredEntry } from './entries.ts'

/** Entries of the history about one noun. */
export interface HistoryChecked {
  readonly noun: string
  readonly entries: number
  /** The payload still is what was hashed when the change was recorded, was taken out on purpose, or is not what was hashed. */
  readonly intact: number
  readonly erased: number
  readonly broken: number
  readonly people: number
  /** Records whose entries are broken, the first few. */
  readonly brokenRecords: readonly string[]
}

type Counted = Pick<StoredEntry, 'noun' | 'payload_hash' | 'salt' | 'before' | 'after' | 'seq' | 'reference' | 'record_id' | 'actor_id'>

/** Payloads may be as long as a whole statement of applicability, so few are held at a time. */
const piece = 250
/** Milliseconds after which others get their turn. */
const turn = 12
const mostNamed = 10

/**
 * Computes the hash of every change between two days of the organisation's calendar anew, and counts by noun. A statement for each
 * 250 entries, memory for one piece; `progress` is told after each how many were seen.
 */
export const checkHistory = async (ctx: Ctx, { from, to }: { readonly from: string; readonly to: string }, progress?: (seen: number) => Promise<void>): Promise<HistoryChecked[]> => {
  const found = new Map<string, { entries: number; intact: number; erased: number; broken: number; people: Set<string>; brokenRecords: Set<string> }>()
  let seen = 0
  for (let after = '0'; ; ) {
    const { rows } = await sql<Counted>`
      select h.seq, h.noun, h.record_id, h.reference, h.actor_id, h.payload_hash, p.salt, p.before, p.after
      from history h left join history_payload p on p.history_id = h.id
      where h.org_id = ${ctx.org.id} and h.seq > ${after}::bigint and h.valid_from >= (${from}::date::timestamp at time zone ${ctx.org.timezone})
        and h.valid_from < ((${to}::date + 1)::timestamp at time zone ${ctx.org.timezone}) order by h.seq limit ${piece}`.execute(ctx.tx)
    let began = performance.now()
    for (const row of rows) {
      const of = found.get(row.noun) ?? { entries: 0, intact: 0, erased: 0, broken: 0, people: new Set<string>(), brokenRecords: new Set<string>() }
      found.set(row.noun, of)
      const state = payloadState(row)
      of.entries += 1
      of[state] += 1
      if (row.actor_id !== null) of.people.add(row.actor_id)
      if (state === 'broken' && of.brokenRecords.size < mostNamed) of.brokenRecords.add(row.reference ?? row.record_id)
      if (performance.now() - began < turn) continue
      await breathe()
      began = performance.now()
    }
    seen += rows.length
    await progress?.(seen)
    if (rows.length < piece) break
    after = String(rows.at(-1)!.seq)
  }
  return [...found].map(([noun, { people, brokenRecords, ...counts }]) => ({ noun, ...counts, people: people.size, brokenRecords: [...brokenRecords] })).toSorted((a, b) => (a.noun < b.noun ? -1 : 1))
}
