import { escapeIdentifier } from 'pg'

/** `schema.table` or `table` as a quoted identifier. @throws RangeError unless each part is letters, digits and underscores, at most 63. */
export function quoteTable(table: string): string {
  const parts = table.split('.')
  if (parts.length > 2 || parts.some((part) => !/^[a-z_][a-z0-9_]{0,62}$/.test(part))) {
    throw new RangeError(`"${table}" is not a table name: "name" or "schema.name" of lower-case letters, digits and underscores`)
  }
  return parts.map(escapeIdentifier).join('.')
}
