import { inBoth, type Wording } from '@heng/contract'
import { canonicalJson, type Values } from '@heng/server-kit'
import type { ItemAction, Standing } from '../../contract/index.ts'

const isWording = (value: unknown): value is Exclude<Wording, string> => typeof value === 'object' && value !== null && 'en' in value && 'zh-CN' in value
const blank = (value: unknown): unknown => (value === undefined || (Array.isArray(value) && value.length === 0) ? null : value)

/** Whether two values of a field say the same. A text that the product worded is the same in either language. */
export const saysSame = (a: unknown, b: unknown): boolean => {
  const [one, other] = [blank(a), blank(b)]
  if (isWording(one) && typeof other === 'string') return Object.values(inBoth(one)).includes(other)
  if (isWording(other) && typeof one === 'string') return Object.values(inBoth(other)).includes(one)
  return canonicalJson(one) === canonicalJson(other)
}

export type FieldStanding = 'steady' | 'clash' | 'done'

/** A field that somebody else changed clashes, unless it says by now what was proposed. */
export const fieldStanding = (before: unknown, after: unknown, current: unknown, says: (current: unknown, after: unknown) => boolean = saysSame): FieldStanding => {
  if (says(current, after)) return 'done'
  return saysSame(before, current) ? 'steady' : 'clash'
}

export interface Facing {
  readonly action: ItemAction
  readonly baseVersion: number | null
  readonly fields: readonly FieldStanding[]
  /** The record today; null where there is none. */
  readonly row: { readonly version: number; readonly archivedAt: string | null } | null
}

/** How an item stands to its record as it is today. */
export const itemStanding = ({ action, baseVersion, fields, row }: Facing): Standing => {
  if (action === 'create') return row === null ? 'steady' : 'done'
  if (row === null) return 'gone'
  const isArchived = row.archivedAt !== null
  if (action === 'archive' && isArchived) return 'done'
  if (action === 'restore' && !isArchived) return fields.every((f) => f === 'done') ? 'done' : 'gone'
  if (action !== 'restore' && isArchived) return 'gone'
  if (fields.includes('clash')) return 'clash'
  if (fields.length > 0 && fields.every((f) => f === 'done')) return 'done'
  return row.version === baseVersion ? 'steady' : 'moved'
}

/** Standings that let an item be applied; one that is done already changes nothing. */
export const isApplicable = (standing: Standing): boolean => standing === 'steady' || standing === 'moved'
export const isConflict = (standing: Standing): boolean => standing === 'clash' || standing === 'gone'

/** Fields of an item in the order of the noun, those of special verbs after them. */
export const inOrder = (fields: readonly string[], values: Values): string[] => {
  const place = (key: string) => (fields.includes(key) ? fields.indexOf(key) : fields.length)
  return Object.keys(values).toSorted((a, b) => place(a) - place(b))
}
