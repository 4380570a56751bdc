import { sql } from 'kysely'
import type { Tx } from './pool.ts'

interface Filled {
  rows: number
  /** So many rows are worth another look at the table. */
  next: number
}
const filled = new WeakMap<Tx, Map<string, Filled>>()

/** From so many rows of one transaction on, statistics are gathered, and again whenever there are eight times as many. */
const many = 1_000

/**
 * Tells the database about a table that this transaction is filling. Statistics that do not know an organisation say that it
 * has no rows; every index that begins with it then looks as good as the right one, and each foreign key into the table may be
 * checked by walking all rows of the organisation: 20,000 assets read 96 million rows so, 100,000 twenty-five times as many.
 */
export const beforeFilling = async (tx: Tx, table: string, rows: number): Promise<void> => {
  const tables = filled.get(tx) ?? new Map<string, Filled>()
  filled.set(tx, tables)
  const known = tables.get(table) ?? { rows: 0, next: many }
  tables.set(table, known)
  if (known.rows >= known.next) {
    await sql`select heng_analyze(${table})`.execute(tx)
    known.next = 8 * known.rows
  }
  known.rows += rows
}
