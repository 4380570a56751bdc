import { HengError, invalid, notFound, wordingIn, type Wording } from '@heng/contract'
import { authorise, newIds, record, resourceOf, type AnyRegister, type Ctx, type StoredRow, type Values } from '@heng/server-kit'
import { mostItems, type ItemAction } from '../../contract/index.ts'
import { openDraft, type SetRow } from '../set/store.ts'
import { specialOf } from '../special/fields.ts'
import { authoriseItem } from './authority.ts'
import { currentValues } from './facing.ts'
import { saysSame } from './rules.ts'
import { itemsOf, removeItems, saveItems, type StoredItem } from './store.ts'
import { theTarget } from './targets.ts'
import { checkedValues } from './values.ts'

interface Input {
  readonly id: string
  readonly noun: string
  readonly action: ItemAction
  readonly records: readonly string[]
  readonly values: Values
  readonly note?: string | null
  readonly version?: number
  readonly item?: string
}

/** What the history of a set tells of an item. */
export const told = ({ reference, label, noun, action, before, after }: StoredItem) => ({ noun, reference, label, action, before, after })

/** Adds records to a draft or changes what it edits of them, any number alike. A field that is as today is no edit. At most ten statements. */
export const put = async (ctx: Ctx, input: Input) => {
  const set = await openDraft(ctx, input.id)
  const reg = theTarget(ctx.kit, input.noun)
  const known = await itemsOf(ctx, set.id)
  const items = input.action === 'create' ? [await created(ctx, reg, known, input)] : await edited(ctx, reg, known, input)
  const kept = items.filter((item) => item.action !== 'update' || Object.keys(item.after).length > 0)
  const before = new Map(known.map((item) => [item.id, item]))
  const given = items.filter((item) => !kept.includes(item) && before.has(item.id))
  if (before.size + kept.filter((item) => !before.has(item.id)).length > mostItems) throw new HengError('changes.tooMany', { params: { most: mostItems } })
  if (kept.length + given.length === 0 && input.action === 'update') throw new HengError('changes.asToday', { status: 409 })
  await saveItems(ctx, set.id, kept)
  await removeItems(ctx, set.id, given.map((item) => item.id))
  await note(ctx, set, 'itemsPut', kept.filter((item) => before.has(item.id)).map((item) => before.get(item.id)!), kept)
  if (given.length > 0) await note(ctx, set, 'itemsRemoved', given.map((item) => before.get(item.id)!), [])
  return { items: kept.map(({ id, recordId, version }) => ({ id, recordId, version })), unchanged: items.length - kept.length }
}

/** Tells the history of a set which items came, changed and went. */
export const note = (ctx: Ctx, set: SetRow, action: string, before: readonly StoredItem[], after: readonly StoredItem[]): Promise<void> =>
  record(ctx, { noun: 'changeSet', action }, [{
    id: set.id, reference: set.reference, version: set.version,
    before: before.length === 0 ? null : { changes: before.slice(0, 50).map(told) }, after: after.length === 0 ? null : { changes: after.slice(0, 50).map(told) },
  }])

const nameOf = (ctx: Ctx, reg: AnyRegister, values: Values): string => wordingIn(ctx.locale, (values[reg.noun.label] ?? '') as Wording).slice(0, 300)

const created = async (ctx: Ctx, reg: AnyRegister, known: readonly StoredItem[], input: Input): Promise<StoredItem> => {
  const old = input.item === undefined ? undefined : known.find((item) => item.id === input.item && item.action === 'create')
  if (input.item !== undefined && old === undefined) throw notFound('changeItem')
  checkVersion(old, input.version)
  const after = await checkedValues(ctx, reg, 'create', { ...old?.after, ...input.values })
  authorise(ctx, `${reg.noun.name}:write`, resourceOf(reg, blankRow(reg, after)))
  const [id, recordId] = newIds(2)
  return {
    id: old?.id ?? id!, version: (old?.version ?? 0) + 1, noun: reg.noun.name, recordId: old?.recordId ?? recordId!, reference: null, label: nameOf(ctx, reg, after),
    action: 'create', baseVersion: null, before: {}, after: Object.fromEntries(Object.entries(after).filter(([, value]) => !saysSame(null, value))), note: input.note === undefined ? (old?.note ?? null) : input.note,
  }
}

/** A record to be as rights look at it: in its unit, of its owners. */
const blankRow = (reg: AnyRegister, values: Values): StoredRow =>
  ({ ...Object.fromEntries(Object.keys(reg.noun.fields).map((key) => [key, null])), ...values, archivedAt: null }) as unknown as StoredRow

const checkVersion = (old: StoredItem | undefined, version: number | undefined): void => {
  if (old !== undefined && version !== undefined && old.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: old } })
}

const edited = async (ctx: Ctx, reg: AnyRegister, known: readonly StoredItem[], input: Input): Promise<StoredItem[]> => {
  const ids = [...new Set(input.records)]
  if (ids.length === 0) throw invalid('records', 'required')
  const values = input.action === 'update' ? await checkedValues(ctx, reg, 'update', input.values) : {}
  if (input.action === 'update' && Object.keys(values).length === 0) throw invalid('values', 'required')
  const current = await currentValues(ctx, reg.noun.name, ids, new Set(Object.keys(values)))
  const fresh = newIds(ids.length)
  return ids.map((recordId, i) => {
    const found = current.get(recordId)
    if (found === undefined) throw notFound(reg.noun.name)
    authoriseItem(ctx, reg, found.row, values)
    const isArchived = found.row.archivedAt !== null
    if (isArchived !== (input.action === 'restore')) throw new HengError(isArchived ? 'archived' : 'changes.notArchived', { status: 409 })
    const old = known.find((item) => item.noun === reg.noun.name && item.recordId === recordId && item.action !== 'create')
    checkVersion(old, input.version)
    const isSame = old !== undefined && old.action === input.action
    return {
      id: old?.id ?? fresh[i]!, version: (old?.version ?? 0) + 1, noun: reg.noun.name, recordId, reference: found.row.reference, label: nameOf(ctx, reg, found.row),
      action: input.action, baseVersion: found.row.version, note: input.note === undefined ? (old?.note ?? null) : input.note,
      ...overlaid(reg, isSame ? old : { before: {}, after: {} }, values, found.values),
    }
  })
}

/** Fields that an item edited already stay as they were drafted; those given now start from today, and go where they say the same. */
const overlaid = (reg: AnyRegister, old: Pick<StoredItem, 'before' | 'after'>, values: Values, current: Values): Pick<StoredItem, 'before' | 'after'> => {
  const [before, after] = [{ ...old.before }, { ...old.after }]
  for (const [key, value] of Object.entries(values)) {
    delete before[key]
    delete after[key]
    if ((specialOf(reg.noun.name, key)?.says ?? saysSame)(current[key], value)) continue
    before[key] = current[key] ?? null
    after[key] = value
  }
  return { before, after }
}
