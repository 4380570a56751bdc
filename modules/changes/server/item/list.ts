import { wordingIn, type Label, type Wording } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import type { ChangeItem } from '../../contract/index.ts'
import { setFor } from '../set/store.ts'
import { faced, type FacedItem } from './facing.ts'
import { namesIn } from './names.ts'
import { itemsOf, type StoredItem } from './store.ts'

/** A value in the reader's language, where the product worded it in both. */
export const readable = (ctx: Ctx, noun: string, field: string, value: unknown): unknown =>
  ctx.kit.registers.get(noun)?.noun.fields[field]?.bilingual === true && value !== null && value !== undefined ? wordingIn(ctx.locale, value as Wording) : (value ?? null)

const view = (ctx: Ctx, { item, row, standing, fields }: FacedItem): ChangeItem => ({
  id: item.id, version: item.version, noun: item.noun, recordId: item.recordId, reference: row?.reference ?? item.reference,
  label: row === null ? item.label : wordingIn(ctx.locale, (row[ctx.kit.registers.get(item.noun)!.noun.label] ?? item.label) as Wording),
  action: item.action, note: item.note, baseVersion: item.baseVersion, currentVersion: row?.version ?? null, standing,
  changes: fields.map((f) => ({
    field: f.field, standing: f.standing, before: readable(ctx, item.noun, f.field, f.before), after: readable(ctx, item.noun, f.field, f.after), current: readable(ctx, item.noun, f.field, f.current),
  })),
})

/** Names of what items refer to, with those of the records that they themselves create. */
export const namesOfItems = async (ctx: Ctx, items: readonly StoredItem[], more: readonly { noun: string; values: Readonly<Record<string, unknown>> }[] = []): Promise<Record<string, Label>> => ({
  ...(await namesIn(ctx, [...items.flatMap(({ noun, before, after }) => [{ noun, values: before }, { noun, values: after }]), ...more])),
  ...Object.fromEntries(items.filter((i) => i.action === 'create').map((i) => [i.recordId, { text: i.label, reference: null }])),
})

/** Items beside their records: three statements, two for each noun that they are of. */
export const list = async (ctx: Ctx, { id }: { id: string }) => {
  const set = await setFor(ctx, id, { permission: 'changeSet:read' })
  const items = await itemsOf(ctx, set.id)
  const shown = await faced(ctx, items)
  const current = shown.map(({ item, fields }) => ({ noun: item.noun, values: Object.fromEntries(fields.map((f) => [f.field, f.current])) }))
  return { items: shown.map((one) => view(ctx, one)), labels: await namesOfItems(ctx, items, current) }
}
