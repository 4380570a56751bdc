import { sql, type RawBuilder } from 'kysely'

/**
 * Rows of a table as they stood at an instant, beside since when: for questions that hold two instants against one another in one
 * statement, asked by whoever looks at today. Row-level security holds here as everywhere.
 */
export const versionsAt = (table: string, columns: readonly string[], at: Date): RawBuilder<unknown> => {
  const told = sql.join([...columns, 'valid_from'].map((name) => sql.ref(name)))
  const instant = sql`${at.toISOString()}::timestamptz`
  return sql`(select ${told} from ${sql.table(`public.${table}`)} where valid_from <= ${instant}
    union all select ${told} from ${sql.table(`past.${table}`)} where cell = any(past.cells(${instant})) and valid_to > ${instant} and valid_from <= ${instant})`
}
