import type { AnyNoun, Field, FieldKind, Money } from '@heng/contract'

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

export interface Column {
  readonly name: string
  readonly type: string
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

/** Columns that hold a field; none for link tables (`records`), two for money. */
export const columnsOf = (key: string, field: Field): Column[] => {
  const name = snake(key)
  if (field.kind === 'records') return []
  if (field.kind === 'money') return [{ name: `${name}_minor`, type: 'bigint' }, { name: `${name}_currency`, type: 'text' }]
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
    } else out[name] = value
  }
  return out
}

/** A database row as the contract's row, without `allowed`. */
export const fromColumns = (noun: AnyNoun, raw: Values): StoredRow => {
  const row: Values = {
    id: raw.id,
    reference: raw.reference,
    version: raw.version,
    createdAt: raw.created_at,
    updatedAt: raw.updated_at,
    archivedAt: raw.archived_at,
  }
  for (const [key, field] of Object.entries(noun.fields)) {
    const name = snake(key)
    if (field.kind === 'money') {
      const minor = raw[`${name}_minor`]
      row[key] = minor == null ? null : { minor, currency: raw[`${name}_currency`] }
    } else row[key] = raw[name] ?? (field.kind === 'records' ? [] : null)
  }
  return row as StoredRow
}
