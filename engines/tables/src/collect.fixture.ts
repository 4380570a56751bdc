import { TableError, type Problem } from './problem.ts'
import { readTable } from './read.ts'
import type { ReadOptions, Row, Table } from './table.ts'

/** Bytes in pieces of the given size, as a stream would bring them. */
export async function* pieces(data: string | Uint8Array, size = 1 << 16): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(data)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** All items of a stream. */
export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

/** Reads everything. */
export async function collect(data: string | Uint8Array, options: ReadOptions = {}, size?: number): Promise<{ table: Table; rows: Row[] }> {
  const table = await readTable(pieces(data, size), options)
  const rows = await all(table.rows)
  return { table, rows }
}

/** The problem that stops the reading of this file. */
export async function refusal(data: string | Uint8Array, options: ReadOptions = {}): Promise<Problem> {
  try {
    await collect(data, options)
  } catch (error) {
    if (error instanceof TableError) return error.problem
    throw error
  }
  throw new Error('the file was read without a problem')
}
