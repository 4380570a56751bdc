import { sql, type RawBuilder } from 'kysely'

/** A column of rows that a statement reads from, by its SQL type (`uuid`, `timestamptz`, `text[]`, `jsonb` …). */
export interface Column {
  readonly name: string
  readonly type: string
}
type Row = Readonly<Record<string, unknown>>

/** An element of a PostgreSQL array in its text form. */
const element = (value: unknown): string => (value === null ? 'NULL' : `"${String(value).replace(/["\\]/g, '\\$&')}"`)

/** A value as the text that PostgreSQL reads as that type; null stays null. */
const textOf = (value: unknown, type: string): string | null => {
  if (value === null || value === undefined) return null
  if (type.startsWith('json')) return JSON.stringify(value)
  if (type.endsWith('[]')) return `{${(value as readonly unknown[]).map(element).join(',')}}`
  return value instanceof Date ? value.toISOString() : String(value)
}

const textOid = 25
const headBytes = 20

/** Where arrays are put together before they are cut to their length; an array of longer texts gets one of its own. */
const scratch = Buffer.allocUnsafeSlow(4 << 20)

/**
 * Texts as a `text[]` in the binary form of the protocol (array_recv, textrecv): dimensions, whether there are nulls, type, length,
 * lower bound, then each element after its length in bytes, -1 for null. O(bytes).
 */
export const textArray = (texts: readonly (string | null)[]): Buffer => {
  // No character of JavaScript's takes more than three bytes of UTF-8: cheaper to know than how many they are.
  let most = headBytes
  for (const text of texts) most += 4 + (text === null ? 0 : 3 * text.length)
  const out = most <= scratch.length ? scratch : Buffer.allocUnsafe(most)
  let at = 0
  const int = (value: number): void => void (at = out.writeInt32BE(value, at))
  for (const value of [1, texts.includes(null) ? 1 : 0, textOid, texts.length, 1]) int(value)
  for (const text of texts) {
    if (text === null) {
      int(-1)
      continue
    }
    const bytes = out.write(text, at + 4)
    int(bytes)
    at += bytes
  }
  return Buffer.from(out.subarray(0, at))
}

/**
 * Rows as a set `r` that a statement selects from, each column of its type. A column travels as one array in binary form, which the
 * database takes apart in a little more than half the time of JSON (a row of an asset: 15 µs, not 27).
 */
export const rowset = (columns: readonly Column[], rows: readonly Row[]): RawBuilder<unknown> => {
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  const typed = sql.join(columns.map(({ name, type }) => sql`${sql.ref(name)}::${sql.raw(type)}`))
  const arrays = sql.join(columns.map(({ name, type }) => sql`${textArray(rows.map((row) => textOf(row[name], type)))}::text[]`))
  return sql`(select ${typed} from unnest(${arrays}) as u(${names})) r`
}
