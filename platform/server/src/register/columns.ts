import { inBoth, type AnyNoun, type Field, type FieldKind, type Locale, type Money, type Wording } from '@heng/contract'
import type { Column } from '../db/rowset.ts'

/** A stored value of a register before it leaves as a row of the contract. */
export type Values = Record<string, unknown>
export interface StoredRow extends Values {
  id: string
  reference: string
  version: number
  createdAt: string
  updatedAt: string
  archivedAt: string | null
}

const snakes = new Map<string, string>()
export const snake = (key: string): string => {
  const known = snakes.get(key)
  if (known !== undefined) return known
  const made = key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)
  snakes.set(key, made)
  return made
}

const sqlTypes: Readonly<Partial<Record<FieldKind, string>>> = {
  text: 'text', longText: 'text', enum: 'text', integer: 'integer', level: 'smallint', number: 'double precision',
  boolean: 'boolean', date: 'date', timestamp: 'timestamptz', person: 'uuid', unit: 'uuid', record: 'uuid',
  tags: 'text[]', code: 'text', json: 'jsonb',
}

const languageColumns: Readonly<Record<Locale, string>> = { en: 'en', 'zh-CN': 'zh' }
/** The column of a bilingual text for readers of a language: `title_en`, `title_zh`. A person's own words stand in both. */
export const columnIn = (locale: Locale, key: string): string => `${snake(key)}_${languageColumns[locale]}`

/** Columns that hold a field; none for link tables (`records`), two for money and for texts in both languages. */
export const columnsOf = (key: string, field: Field): Column[] => {
  const name = snake(key)
  if (field.kind === 'records') return []
  if (field.kind === 'money') return [{ name: `${name}_minor`, type: 'bigint' }, { name: `${name}_currency`, type: 'text' }]
  if (field.bilingual === true) return [{ name: columnIn('en', key), type: 'text' }, { name: columnIn('zh-CN', key), type: 'text' }]
  return [{ name, type: sqlTypes[field.kind]! }]
}

const stored = new WeakMap<AnyNoun, readonly (readonly [string, Field])[]>()
/** Fields of a noun that its own table stores; worked out once, as every row is written with them. */
export const storedFields = (noun: AnyNoun, virtual: ReadonlySet<string>): readonly (readonly [string, Field])[] => {
  const known = stored.get(noun)
  if (known !== undefined) return known
  const made = Object.entries(noun.fields).filter(([key, field]) => field.kind !== 'records' && !virtual.has(key))
  stored.set(noun, made)
  return made
}

export const toColumns = (noun: AnyNoun, virtual: ReadonlySet<string>, values: Values): Values => {
  const out: Values = {}
  for (const [key, field] of storedFields(noun, virtual)) {
    const value = values[key] ?? null
    const name = snake(key)
    if (field.kind === 'money') {
      out[`${name}_minor`] = (value as Money | null)?.minor ?? null
      out[`${name}_currency`] = (value as Money | null)?.currency ?? null
    } else if (field.bilingual === true) {
      const both = value === null ? null : inBoth(value as Wording)
      out[columnIn('en', key)] = both?.en ?? null
      out[columnIn('zh-CN', key)] = both?.['zh-CN'] ?? null
    } else out[name] = value
  }
  return out
}

/** What of a row is read: all that the record tells, or what the rows of lists tell. */
export type ReadAs = 'record' | 'listed'

/** A database row as the contract's row, without `allowed`. */
export const fromColumns = (noun: AnyNoun, raw: Values, as: ReadAs = 'record'): StoredRow => {
  const row: Values = {
    id: raw.id,
    reference: raw.reference,
    version: raw.version,
    createdAt: raw.created_at,
    updatedAt: raw.updated_at,
    archivedAt: raw.archived_at,
  }
  for (const [key, field] of Object.entries(noun.fields)) {
    if (as === 'listed' && field.recordOnly === true) continue
    const name = snake(key)
    if (field.kind === 'money') {
      const minor = raw[`${name}_minor`]
      row[key] = minor == null ? null : { minor, currency: raw[`${name}_currency`] }
    } else if (field.bilingual === true) {
      const [en, zh] = [raw[columnIn('en', key)] ?? null, raw[columnIn('zh-CN', key)] ?? null]
      row[key] = en === zh ? en : { en, 'zh-CN': zh }
    } else row[key] = raw[name] ?? (field.kind === 'records' ? [] : null)
  }
  return row as StoredRow
}
