import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { openBytes, type ByteStream } from './bytes.ts'
import { readCsv } from './csv-reader.ts'
import { DEFAULT_LIMITS, type Limits } from './limits.ts'
import { TableError } from './problem.ts'
import type { ReadOptions, Table } from './table.ts'
import { readXlsx } from './xlsx/reader.ts'

/** Where a table comes from: a path, or bytes as they arrive (a Node `Readable` is one). */
export type Source = string | AsyncIterable<Uint8Array>

/** First local file header, or the end record of an empty zip. Source: PKWARE APPNOTE 4.3.7, 4.3.16. */
const ZIP = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
]
/** Compound File Binary: .xls, and .xlsx under a password. Source: MS-CFB 2.2. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

/**
 * Opens a table of unknown kind: what it is follows from its content, never from its name.
 *
 * A workbook is best given as a path: its directory stands at the end, so from a stream it is first held in memory.
 *
 * @throws TableError when the file is not a table, or beyond the limits, before the first data row.
 */
export async function readTable(source: Source, options: ReadOptions = {}): Promise<Table> {
  const limits: Limits = { ...DEFAULT_LIMITS, ...options.limits }
  const bytes = await openBytes(typeof source === 'string' ? createReadStream(source) : source, limits.bytes)
  try {
    if (begins(bytes.head, COMPOUND)) throw new TableError('legacy-workbook')
    if (!ZIP.some((magic) => begins(bytes.head, magic))) return await readCsv(bytes, options, limits)
    if (typeof source !== 'string') return await readXlsx(await inMemory(bytes, limits), options, limits)
    await bytes.close()
    if ((await stat(source)).size > limits.bytes) throw new TableError('bytes', { allowed: limits.bytes })
    return await readXlsx(source, options, limits)
  } catch (error) {
    await bytes.close()
    throw error
  }
}

function begins(head: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => head[index] === byte)
}

async function inMemory(bytes: ByteStream, limits: Limits): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let total = 0
  for await (const chunk of bytes.chunks()) {
    total += chunk.length
    if (total > limits.zipInMemory) throw new TableError('zip-in-memory', { allowed: limits.zipInMemory })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
