import { HengError, inBoth, notFound, type Wording } from '@heng/contract'
import { authorise } from '../authorise/authorise.ts'
import type { Ctx } from '../context.ts'
import { breathe, meanwhile } from '../db/meanwhile.ts'
import { indexPrepared, prepareIndex } from '../search/index.ts'
import { canonicalJson } from '../verbs/canonical.ts'
import { emit, enqueue } from '../verbs/emit.ts'
import { newIds } from '../verbs/ids.ts'
import { checkCodes } from '../vocabulary/check.ts'
import { prepareEntries, recordPrepared } from '../verbs/record.ts'
import { nextReferences } from '../verbs/reference.ts'
import type { StoredRow, Values } from './columns.ts'
import { explainDatabaseError } from './databaseErrors.ts'
import { present, resourceOf } from './present.ts'
import { reindexTask } from './reindex.ts'
import { asksForSearch, searchEntry } from './searchEntry.ts'
import type { AnyRegister, ChangeAction, Draft } from './types.ts'
import { insertRows, rowsByIds, saveLinks, updateRows } from './store.ts'

/** From so many records on, working on them takes milliseconds: others get their turn in between. */
const many = 100

/**
 * Creates any number of records with one history entry each; statements per thousand rows, not per row. The server's
 * own callers may choose the `id` (an import does at its dry run); what comes from outside has none.
 */
export const createRecords = async (
  ctx: Ctx, reg: AnyRegister, inputs: readonly Values[], reason?: string, options: WriteOptions = {},
): Promise<StoredRow[]> => {
  if (inputs.length === 0) return []
  const references = await nextReferences(ctx, reg.noun.name, reg.noun.prefix, inputs.length)
  if (inputs.length > many) await breathe()
  const at = ctx.now.toISOString()
  const fields = Object.entries(reg.noun.fields)
  const ids = newIds(inputs.length)
  const drafts = inputs.map((values, i): Draft => {
    const blank: Values = {}
    for (const [key, { kind }] of fields) blank[key] = kind === 'records' || kind === 'tags' ? [] : null
    return { before: null, after: { ...blank, ...values, id: (values.id as string | undefined) ?? ids[i]!, reference: references[i]!, version: 1, createdAt: at, updatedAt: at, archivedAt: null } }
  })
  await reg.options.derive?.(ctx, drafts)
  for (const { after } of drafts) authorise(ctx, `${reg.noun.name}:write`, resourceOf(reg, after))
  await checkCodes(ctx, reg, drafts)
  await reg.options.check?.(ctx, drafts, 'created')
  if (inputs.length > many) await breathe()
  await finish(ctx, reg, drafts, { ...options, action: 'created', reason, written: () => insertRows(ctx, reg, drafts.map((d) => d.after)) })
  return drafts.map((d) => d.after)
}

export interface Update {
  readonly id: string
  /** The version that the caller saw; undefined takes the row as it is (bulk, imports, derived values). */
  readonly version?: number
  readonly values: Values
}

/** Changes any number of records; a record that nothing changes keeps its version and gets no history entry. */
export const updateRecords = async (
  ctx: Ctx, reg: AnyRegister, updates: readonly Update[], reason?: string, action: ChangeAction = 'updated', options: WriteOptions = {},
): Promise<StoredRow[]> => {
  const found = await rowsByIds(ctx, reg, updates.map((u) => u.id), true)
  const byId = new Map(found.map((row) => [row.id, row]))
  const drafts = updates.map((update): Draft => {
    const before = byId.get(update.id)
    if (before === undefined) throw notFound(reg.noun.name)
    authorise(ctx, `${reg.noun.name}:write`, resourceOf(reg, before))
    if (update.version !== undefined && update.version !== before.version) {
      throw new HengError('versionConflict', { status: 409, data: { current: present(ctx, reg, before) } })
    }
    if (before.archivedAt !== null && action !== 'restored') throw new HengError('archived', { status: 409 })
    return { before, after: { ...before, ...asKept(reg, before, update.values), version: before.version + 1, updatedAt: ctx.now.toISOString() } }
  })
  await reg.options.derive?.(ctx, drafts)
  const changed = drafts.filter((d) => differs(reg, d))
  // Moving a record to another unit needs the right over the target, too.
  for (const { after } of changed) authorise(ctx, `${reg.noun.name}:write`, resourceOf(reg, after))
  if (changed.length > 0) {
    await checkCodes(ctx, reg, changed)
    await reg.options.check?.(ctx, changed, action)
    const written = async (): Promise<void> => {
      if ((await updateRows(ctx, reg, changed.map((d) => d.after))) !== changed.length) throw new HengError('versionConflict', { status: 409 })
    }
    await finish(ctx, reg, changed, { ...options, action, reason, written })
  }
  const isChanged = new Set(changed)
  return drafts.map((d) => (isChanged.has(d) ? d.after : d.before!))
}

/** A text that comes back as its reader saw it is no change: it stays in both languages. */
const asKept = (reg: AnyRegister, before: StoredRow, values: Values): Values => {
  const same = Object.keys(values).filter((key) => reg.noun.fields[key]?.bilingual === true && before[key] != null && Object.values(inBoth(before[key] as Wording)).includes(values[key] as string))
  return same.length === 0 ? values : { ...values, ...Object.fromEntries(same.map((key) => [key, before[key]])) }
}

const differs = (reg: AnyRegister, { before, after }: Draft): boolean =>
  before?.archivedAt !== after.archivedAt ||
  Object.keys(reg.noun.fields).some((key) => !same(before?.[key] ?? null, after[key] ?? null))

const same = (a: unknown, b: unknown): boolean => a === b || (typeof a === 'object' && typeof b === 'object' && canonicalJson(a) === canonicalJson(b))

export interface WriteOptions {
  /** How a write reaches the search: in its own transaction, or by the queue right after it (for imports of many records). */
  readonly search?: 'now' | 'later'
  /** The word that history keeps for a change that is more than an edit ("rated"); the noun's `actions` say it in both languages. */
  readonly recordedAs?: string
}
interface Write extends WriteOptions {
  readonly action: ChangeAction
  readonly reason: string | undefined
  /** Writes the rows themselves. */
  readonly written: () => Promise<void>
}

const explained = async (reg: AnyRegister, work: () => Promise<void>): Promise<void> => {
  try {
    await work()
  } catch (error) {
    throw explainDatabaseError(reg, error)
  }
}

const finish = async (ctx: Ctx, reg: AnyRegister, drafts: readonly Draft[], write: Write): Promise<void> => {
  const { action, reason, written, search = 'now', recordedAs = action } = write
  const rows = drafts.map((d) => d.after)
  const entries = await meanwhile(explained(reg, written), () => prepareEntries(drafts.map(({ before, after }) => ({
    id: after.id, reference: after.reference, version: after.version, before: stored(reg, before), after: stored(reg, after),
  }))))
  await explained(reg, () => saveLinks(ctx, reg, drafts))
  const recorded = recordPrepared(ctx, { noun: reg.noun.name, action: recordedAs, reason }, entries)
  const found = await meanwhile(recorded, () => {
    const wanted = drafts.filter((d) => asksForSearch(reg, d)).map((d) => d.after)
    return search === 'now' ? prepareIndex(wanted.map((row) => searchEntry(reg, row))) : { noun: reg.noun.name, ids: wanted.map((row) => row.id) }
  })
  if (Array.isArray(found)) await indexPrepared(ctx, reg.noun.name, found)
  else if (found.ids.length > 0) await enqueue(ctx, reindexTask, found)
  await reg.options.afterwards?.(ctx, drafts, action)
  for (let from = 0; from < rows.length; from += 1_000) {
    await emit(ctx, `${reg.noun.name}.${action}`, { ids: rows.slice(from, from + 1_000).map((r) => r.id) })
  }
}

/** What history keeps: the noun's own fields, not those that are computed at reading. */
const stored = (reg: AnyRegister, row: StoredRow | null): Values | null => {
  if (row === null) return null
  const kept: Values = {}
  for (const key of Object.keys(reg.noun.fields)) if (!reg.virtual.has(key)) kept[key] = row[key] ?? null
  kept.archivedAt = row.archivedAt
  return kept
}
