import { createHash } from 'node:crypto'
import type { AnyNoun, Label } from '@heng/contract'
import { canonicalJson, labelsFor, rowsByIds, type AnyRegister, type Ctx, type StoredRow } from '@heng/server-kit'
import { changesOf } from '@heng/records/reads'
import { kindNamed, type ApprovalKind, type Subject } from '../kinds.ts'
import type { StoredApproval } from './store.ts'

type Values = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null && !Array.isArray(value)

/** SHA-256, in hexadecimal, of a canonical JSON text. */
export const hashOf = (canonical: string): string => createHash('sha256').update(canonical, 'utf8').digest('hex')

/** The canonical JSON (RFC 8785) of a snapshot and its hash: equal content has equal hashes, whatever the order of its members. */
export const freeze = (snapshot: unknown): { text: string; hash: string } => {
  const text = canonicalJson(snapshot)
  return { text, hash: hashOf(text) }
}

const ownFields = (reg: AnyRegister): string[] => Object.keys(reg.noun.fields).filter((key) => !reg.virtual.has(key))

const valuesOf = (row: StoredRow, keys: readonly string[]): Values => Object.fromEntries(keys.map((key) => [key, row[key] ?? null]))

const rowOf = async (ctx: Ctx, { noun, recordId }: Subject): Promise<{ reg: AnyRegister; row: StoredRow } | null> => {
  const reg = ctx.kit.registers.get(noun)
  const [row] = reg === undefined ? [] : await rowsByIds(ctx, reg, [recordId])
  return reg === undefined || row === undefined ? null : { reg, row }
}

/** The snapshot for a request without one of its own: what the kind builds, else every field of the record. */
export const takeSnapshot = async (ctx: Ctx, kind: ApprovalKind, subject: Subject): Promise<unknown> => {
  if (kind.snapshot !== undefined) return kind.snapshot(ctx, subject)
  const found = await rowOf(ctx, subject)
  if (found === null) throw new Error(`approval kind "${kind.kind}" needs a snapshot: "${subject.noun}" has no such record`)
  return valuesOf(found.row, ownFields(found.reg))
}

/** The part of today's record that the snapshot speaks of; undefined when it cannot be told. */
const currentOf = async (ctx: Ctx, a: StoredApproval, snapshot: unknown): Promise<unknown> => {
  const subject = { noun: a.subject, recordId: a.subject_id }
  const kind = kindNamed(ctx.kit, a.kind)
  if (kind?.snapshot !== undefined) return kind.snapshot(ctx, subject)
  const found = await rowOf(ctx, subject)
  if (found === null || !isObject(snapshot)) return undefined
  const shared = ownFields(found.reg).filter((key) => Object.hasOwn(snapshot, key))
  // What the record does not have itself (parts that the room added) cannot be compared; it stays as it was approved.
  return shared.length === 0 ? undefined : { ...snapshot, ...valuesOf(found.row, shared) }
}

/** How the record differs from what was asked for. */
export const compare = async (ctx: Ctx, a: StoredApproval, snapshot: unknown) => {
  const current = await currentOf(ctx, a, snapshot)
  if (current === undefined) return { changed: null, differences: [], labels: {} }
  const differences = changesOf(snapshot, current, Object.keys(ctx.kit.registers.get(a.subject)?.noun.fields ?? {}))
  const after = Object.fromEntries(differences.map((d) => [d.field, d.after]))
  return { changed: differences.length > 0, differences, labels: await labelsOfSnapshot(ctx, a.subject, after) }
}

const gather = (noun: AnyNoun, values: Values, into: Map<string, Set<string>>): void => {
  for (const [key, field] of Object.entries(noun.fields)) {
    if (field.target === undefined) continue
    const ids = into.get(field.target) ?? new Set<string>()
    for (const id of [values[key]].flat()) if (typeof id === 'string') ids.add(id)
    into.set(field.target, ids)
  }
}

const nameOf = ({ title, name }: Values): string | undefined => [title, name].find((text) => typeof text === 'string')

/**
 * Names of what a snapshot refers to, to be frozen with it. Parts of other nouns are found as `{ noun, rows }` at any
 * depth; one statement per noun referred to.
 */
export const labelsOfSnapshot = async (ctx: Ctx, noun: string, snapshot: unknown): Promise<Record<string, Label>> => {
  const wanted = new Map<string, Set<string>>()
  const own: Record<string, Label> = {}
  const walk = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (!isObject(value)) return
    // What the snapshot holds names itself, so that one part of it can refer to another.
    if (typeof value.id === 'string' && typeof value.reference === 'string') own[value.id] = { text: nameOf(value) ?? value.reference, reference: value.reference }
    const part = typeof value.noun === 'string' && Array.isArray(value.rows) ? ctx.kit.registers.get(value.noun) : undefined
    if (part !== undefined) for (const row of value.rows as unknown[]) if (isObject(row)) gather(part.noun, row, wanted)
    Object.values(value).forEach(walk)
  }
  const reg = ctx.kit.registers.get(noun)
  if (reg !== undefined && isObject(snapshot)) gather(reg.noun, snapshot, wanted)
  walk(snapshot)
  const labels = own
  for (const [target, ids] of wanted) Object.assign(labels, await labelsFor(ctx, target, [...ids]))
  return labels
}
