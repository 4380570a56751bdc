import { wordingIn, type Wording } from '@heng/contract'
import { newIds, type AnyRegister, type Ctx, type Values } from '@heng/server-kit'
import { sql } from 'kysely'
import type { SetRow } from '../set/store.ts'
import { specialFields, specialOf } from '../special/fields.ts'
import { saysSame } from './rules.ts'
import { itemsOf, type StoredItem } from './store.ts'

interface Entry {
  readonly noun: string
  readonly record_id: string
  readonly reference: string | null
  readonly action: string
  readonly version: number
  readonly before: Values | null
  readonly after: Values | null
}

/** What the application of a set wrote into the history of its own records, in order; one statement. */
const entriesOf = async (ctx: Ctx, set: SetRow, items: readonly StoredItem[]): Promise<Entry[]> => {
  const records = items.map(({ noun, recordId }) => ({ noun, id: recordId }))
  const { rows } = await sql<Entry>`select h.noun, h.record_id, h.reference, h.action, h.version, p.before, p.after
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as r(noun text, id uuid)
    join history h on h.org_id = ${ctx.org.id} and h.noun = r.noun and h.record_id = r.id
    join history_payload p on p.org_id = h.org_id and p.history_id = h.id
    where h.origin ->> 'requestId' = (select apply_job::text from change_set where org_id = ${ctx.org.id} and id = ${set.id}) order by h.seq`.execute(ctx.tx)
  return rows
}

/** Fields that the reverse of a record may set: what plain edits may, and what special verbs do. */
const settable = (reg: AnyRegister): string[] => [
  ...Object.entries(reg.noun.fields).filter(([, field]) => field.writable).map(([key]) => key),
  ...specialFields.filter((s) => s.noun === reg.noun.name && reg.noun.fields[s.field] !== undefined).map((s) => s.field),
]

/** A record as it was before the set and as the set left it, in the fields that came out differently. */
const spanOf = (reg: AnyRegister, entries: readonly Entry[]): { was: Values; is: Values } => {
  const [was, is]: [Values, Values] = [{}, {}]
  for (const key of settable(reg)) {
    const telling = entries.filter((e) => e.before !== null && e.after !== null && key in e.before && key in e.after)
    const [first, last] = [telling[0], telling.at(-1)]
    if (first === undefined || saysSame(first.before![key], last!.after![key])) continue
    was[key] = first.before![key] ?? null
    is[key] = last!.after![key] ?? null
  }
  return { was, is }
}

/** Links that history tells by what came and what went, not as a whole. */
const linksOf = (item: StoredItem): { was: Values; is: Values } => {
  const keys = Object.keys(item.after).filter((key) => item.action === 'update' && specialOf(item.noun, key)?.read !== undefined)
  return { was: Object.fromEntries(keys.map((key) => [key, item.before[key]])), is: Object.fromEntries(keys.map((key) => [key, item.after[key]])) }
}

/**
 * Items that take an applied set back; two statements. A record that the set made is archived, one that it archived is restored, all others get the values
 * that history says they had before. What the item starts from is what the set left behind, so that later changes show as conflicts.
 */
export const reverseItems = async (ctx: Ctx, set: SetRow): Promise<StoredItem[]> => {
  const items = await itemsOf(ctx, set.id)
  const entries = Map.groupBy(await entriesOf(ctx, set, items), (e) => `${e.noun} ${e.record_id}`)
  const ids = newIds(items.length)
  return items.flatMap((item, i): StoredItem[] => {
    const own = entries.get(`${item.noun} ${item.recordId}`)
    // The record said already what the set proposed.
    if (own === undefined) return []
    const reg = ctx.kit.registers.get(item.noun)!
    const named = own.findLast((e) => e.after?.[reg.noun.label] != null)?.after?.[reg.noun.label] ?? item.label
    const label = wordingIn(ctx.locale, named as Wording).slice(0, 300)
    const base = { id: ids[i]!, version: 1, noun: item.noun, recordId: item.recordId, reference: own.at(-1)!.reference, label, baseVersion: Math.max(...own.map((e) => e.version)), note: null }
    if (item.action === 'create') return [{ ...base, action: 'archive', before: {}, after: {} }]
    const [span, links] = [spanOf(reg, own), linksOf(item)]
    const [before, after] = [{ ...span.is, ...links.is }, { ...span.was, ...links.was }]
    if (item.action === 'archive') return [{ ...base, action: 'restore', before, after }]
    if (item.action === 'restore') return [{ ...base, action: 'archive', before: {}, after: {} }]
    return Object.keys(after).length === 0 ? [] : [{ ...base, action: 'update', before, after }]
  })
}
