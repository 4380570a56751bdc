import { notFound } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { AttachmentRow } from '../../contract/attachment.ts'

export interface StoredAttachment {
  readonly id: string
  readonly noun: string
  readonly record_id: string
  readonly file: string
  readonly name: string
  readonly size: number
  readonly type: string
  readonly sha256: string
  readonly description: string | null
  readonly effective_on: string | null
  readonly added_by: string | null
  readonly added_by_name: string
  readonly added_at: string
  readonly removed_by_name: string | null
  readonly removed_at: string | null
}

const joined = sql`select a.*, f.name, f.size, f.type, f.sha256 from attachment a join file f on f.org_id = a.org_id and f.id = a.file`

export const attachmentsOf = async (ctx: Ctx, noun: string, recordId: string, withRemoved: boolean): Promise<StoredAttachment[]> => {
  const { rows } = await sql<StoredAttachment>`${joined} where a.org_id = ${ctx.org.id} and a.noun = ${noun} and a.record_id = ${recordId}
    and (${withRemoved} or a.removed_at is null) order by a.added_at desc, a.id limit 1000`.execute(ctx.tx)
  return rows
}

/** The attachment, locked until the verb ends. */
export const lockAttachment = async (ctx: Ctx, id: string): Promise<StoredAttachment> => {
  const { rows } = await sql<StoredAttachment>`${joined} where a.org_id = ${ctx.org.id} and a.id = ${id} for update of a`.execute(ctx.tx)
  if (rows[0] === undefined) throw notFound('attachment')
  return rows[0]
}

/** False when the same file is on the record already. */
export const insertAttachment = async (ctx: Ctx, a: Omit<StoredAttachment, 'name' | 'size' | 'type' | 'sha256' | 'removed_at' | 'removed_by_name'>): Promise<boolean> => {
  const done = await sql`insert into attachment (id, org_id, noun, record_id, file, description, effective_on, added_by, added_by_name, added_at)
    values (${a.id}, ${ctx.org.id}, ${a.noun}, ${a.record_id}, ${a.file}, ${a.description}, ${a.effective_on}, ${a.added_by}, ${a.added_by_name}, ${a.added_at})
    on conflict (org_id, noun, record_id, file) where removed_at is null do nothing returning id`.execute(ctx.tx)
  return done.rows.length > 0
}

export const markRemoved = async (ctx: Ctx, id: string): Promise<void> => {
  await sql`update attachment set removed_at = ${ctx.now}, removed_by_name = ${ctx.caller.name} where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
}

export const present = (a: StoredAttachment, allowed: AttachmentRow['allowed']): AttachmentRow => ({
  id: a.id,
  file: { id: a.file, name: a.name, size: a.size, type: a.type, sha256: a.sha256 },
  description: a.description,
  effectiveOn: a.effective_on,
  addedAt: a.added_at,
  addedBy: { personId: a.added_by, name: a.added_by_name },
  removedAt: a.removed_at,
  removedBy: a.removed_by_name,
  allowed,
})

/** What history keeps of an attachment: the content by its hash, so that the entry proves which file it was. */
export const remembered = (a: StoredAttachment) => ({
  name: a.name, size: a.size, sha256: a.sha256, description: a.description, effectiveOn: a.effective_on,
})
