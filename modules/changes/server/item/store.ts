import { createHash } from 'node:crypto'
import { notFound } from '@heng/contract'
import { canonicalJson, type Ctx, type Values } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ItemAction } from '../../contract/index.ts'

export interface StoredItem {
  readonly id: string
  readonly version: number
  readonly noun: string
  readonly recordId: string
  readonly reference: string | null
  readonly label: string
  readonly action: ItemAction
  readonly baseVersion: number | null
  /** Only the fields that the item changes, as the record had them when it was drafted. */
  readonly before: Values
  readonly after: Values
  readonly note: string | null
}

/** Items of a set in the order in which they came; one statement. */
export const itemsOf = async (ctx: Ctx, set: string): Promise<StoredItem[]> => {
  const { rows } = await sql<StoredItem>`select id, version, noun, record_id as "recordId", reference, label, action, base_version as "baseVersion", before, after, note
    from change_item where org_id = ${ctx.org.id} and change_set = ${set} order by id`.execute(ctx.tx)
  return rows
}

/** Throws `notFound`. */
export const itemOf = async (ctx: Ctx, set: string, id: string): Promise<StoredItem> => {
  const found = (await itemsOf(ctx, set)).find((item) => item.id === id)
  if (found === undefined) throw notFound('changeItem')
  return found
}

/** SHA-256 of what items say, whatever their order: an effect belongs to just these. */
export const basisOf = (items: readonly StoredItem[]): string =>
  createHash('sha256').update(canonicalJson(items.toSorted((a, b) => (a.recordId < b.recordId ? -1 : 1)).map(({ noun, recordId, action, before, after }) => ({ noun, recordId, action, before, after })))).digest('hex')

/** Writes items, new ones and known ones, in one statement; versions count on. */
export const saveItems = async (ctx: Ctx, set: string, items: readonly StoredItem[]): Promise<void> => {
  if (items.length === 0) return
  const rows = items.map((i) => ({ ...i, record_id: i.recordId, base_version: i.baseVersion }))
  await sql`insert into change_item (id, org_id, change_set, version, noun, record_id, reference, label, action, base_version, before, after, note)
    select r.id, ${ctx.org.id}, ${set}, r.version, r.noun, r.record_id, r.reference, r.label, r.action, r.base_version, r.before, r.after, r.note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, version int, noun text, record_id uuid, reference text, label text, action text, base_version int, before jsonb, after jsonb, note text)
    on conflict (org_id, change_set, noun, record_id) do update set version = excluded.version, reference = excluded.reference, label = excluded.label,
      action = excluded.action, base_version = excluded.base_version, before = excluded.before, after = excluded.after, note = excluded.note`.execute(ctx.tx)
}

export const removeItems = async (ctx: Ctx, set: string, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await sql`delete from change_item where org_id = ${ctx.org.id} and change_set = ${set} and id = any(${ids}::uuid[])`.execute(ctx.tx)
}
