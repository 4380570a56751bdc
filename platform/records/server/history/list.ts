import { allows, reach, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { decodeSeq, encodeSeq } from '../record/cursor.ts'
import { readableRecord } from '../record/find.ts'
import { presentEntries, readEntries } from './entries.ts'
import { labelsOfEntries } from './labels.ts'

interface Input {
  readonly noun: string
  readonly recordId: string
  readonly cursor?: string
  readonly limit?: number
}

/** History of one record, and of the files attached to it. Auditors of the whole organisation read every record's. */
export const list = async (ctx: Ctx, { noun, recordId, cursor, limit = 50 }: Input) => {
  if (reach(ctx, 'history:read').kind !== 'all') await readableRecord(ctx, noun, recordId)
  const before = decodeSeq(cursor)
  const rows = await readEntries(ctx, sql`(
      (h.noun = ${noun} and h.record_id = ${recordId}::uuid)
      or (h.noun = 'attachment' and h.record_id in (
        select a.id from attachment a where a.org_id = ${ctx.org.id} and a.noun = ${noun} and a.record_id = ${recordId}::uuid)))
    and (${before}::bigint is null or h.seq < ${before}::bigint)`, sql`h.seq desc`, limit + 1)
  // An auditor asking for what is not in this organisation is told so like everybody else.
  if (rows.length === 0 && before === null) await readableRecord(ctx, noun, recordId)
  const shown = rows.slice(0, limit)
  const items = await presentEntries(ctx, shown, { withAddress: allows(ctx, 'history:read') })
  return { items, next: rows.length > limit ? encodeSeq(shown.at(-1)!.seq) : null, labels: await labelsOfEntries(ctx, items) }
}
