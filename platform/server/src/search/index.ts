import { sql } from 'kysely'
import type { Ctx } from '../context.ts'
import { isRehearsal } from '../db/pool.ts'
import { flush, later } from '../verbs/ledger.ts'
import { gramsOf } from './grams.ts'

export interface SearchEntry {
  readonly id: string
  readonly reference: string | null
  readonly title: string
  readonly body: string
  readonly unitId: string | null
  readonly ownerIds: readonly string[]
  readonly archived: boolean
}

const chunk = 2_000

/** Keeps the search entries of records current, in the verb's transaction; one statement per 2,000 records. */
export const indexRecords = (ctx: Ctx, noun: string, entries: readonly SearchEntry[]): Promise<void> => indexPrepared(ctx, noun, prepareIndex(entries))

/** The part of `indexRecords` that needs no database: JSON for one statement each. */
export const prepareIndex = (entries: readonly SearchEntry[]): string[] => {
  const parts: string[] = []
  for (let from = 0; from < entries.length; from += chunk) {
    const rows = entries.slice(from, from + chunk).map((e) => ({
      record_id: e.id,
      reference: e.reference,
      title: e.title,
      body: e.body.slice(0, 20_000),
      grams: gramsOf(`${e.reference ?? ''} ${e.title} ${e.body.slice(0, 20_000)}`),
      unit_id: e.unitId,
      owner_ids: e.ownerIds,
      archived: e.archived,
    }))
    parts.push(JSON.stringify(rows))
  }
  return parts
}

/** JSON of up to so many characters waits for the commit and is written with all else that does. */
const short = 500_000

/** The part of `indexRecords` that writes: a little when the transaction commits, much at once. */
export const indexPrepared = async (ctx: Ctx, noun: string, parts: readonly string[]): Promise<void> => {
  const [first] = parts
  if (first === undefined || isRehearsal(ctx.tx)) return
  if (parts.length === 1 && first.length <= short) return later(ctx, 'searches', `{"noun":${JSON.stringify(noun)},"rows":${first}}`)
  await flush(ctx)
  for (const json of parts) {
    await sql`insert into search_entry (org_id, noun, record_id, reference, title, body, grams, unit_id, owner_ids, archived)
      select ${ctx.org.id}, ${noun}, r.record_id, r.reference, r.title, r.body, r.grams, r.unit_id, r.owner_ids, r.archived
      from jsonb_to_recordset(${json}::jsonb)
        as r(record_id uuid, reference text, title text, body text, grams text[], unit_id uuid, owner_ids uuid[], archived boolean)
      on conflict (org_id, noun, record_id) do update set reference = excluded.reference, title = excluded.title, body = excluded.body,
        grams = excluded.grams, unit_id = excluded.unit_id, owner_ids = excluded.owner_ids, archived = excluded.archived`.execute(ctx.tx)
  }
}
