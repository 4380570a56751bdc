import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl'
import type { Limits } from '../limits.ts'
import { TableError } from '../problem.ts'

/** Entries smaller than this may have any ratio. */
const RATIO_GRACE = 100 * 1024

/** A zip whose directory was checked against the limits before anything was unpacked. */
export interface Archive {
  has(name: string): boolean
  /** The text of an entry (UTF-8, or UTF-16 by its mark), as it unpacks. */
  text(name: string): AsyncGenerator<string>
  close(): void
}

/**
 * Opens a zip by path or from memory. Only the central directory is trusted, as the zip specification demands. While
 * an entry unpacks, its declared size and CRC-32 are checked, so the declared sum bounds what can be produced.
 */
export async function openArchive(source: string | Buffer, limits: Limits): Promise<Archive> {
  const options = { lazyEntries: true, autoClose: false }
  const zip = await damaged('zip', typeof source === 'string' ? openPromise(source, options) : fromBufferPromise(source, options))
  let entries: Map<string, Entry>
  try {
    entries = await checkedEntries(zip, limits)
  } catch (error) {
    zip.close()
    throw error
  }
  return {
    has: (name) => entries.has(name),
    text: (name) => {
      const entry = entries.get(name)
      if (!entry) throw new TableError('not-a-workbook', { name })
      return entryText(zip, entry)
    },
    close: () => zip.close(),
  }
}

async function checkedEntries(zip: ZipFile, limits: Limits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.zipEntries) {
    throw new TableError('zip-entries', { found: zip.entryCount, allowed: limits.zipEntries })
  }
  const entries = new Map<string, Entry>()
  let size = 0
  const list = zip.eachEntry()
  for (;;) {
    const next = await damaged('zip', list.next())
    if (next.done) return entries
    const entry: Entry = next.value
    const name = entry.fileName
    size += entry.uncompressedSize
    const ratio = Math.round(entry.uncompressedSize / Math.max(1, entry.compressedSize))
    if (entry.isEncrypted()) throw new TableError('zip-encrypted', { name })
    if (size > limits.zipSize) throw new TableError('zip-size', { allowed: limits.zipSize })
    if (entry.uncompressedSize > RATIO_GRACE && ratio > limits.zipRatio) {
      throw new TableError('zip-ratio', { name, found: ratio, allowed: limits.zipRatio })
    }
    // Two entries of one name are a known way to show a checker one file and the reader another.
    if (entries.has(name)) throw new TableError('zip-damaged', { name, found: 'duplicate entry' })
    entries.set(name, entry)
  }
}

async function* entryText(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const name = entry.fileName
  const stream = await damaged(name, zip.openReadStreamPromise(entry))
  let decoder: InstanceType<typeof TextDecoder> | undefined
  let checksum = 0
  const bytes = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  try {
    for (;;) {
      const next = await damaged(name, bytes.next())
      if (next.done) break
      const chunk = next.value
      checksum = crc32(chunk, checksum)
      if (!decoder && chunk.subarray(0, 4).equals(ZIP_MAGIC)) throw new TableError('zip-nested', { name })
      decoder ??= new TextDecoder(xmlEncoding(chunk), { fatal: true })
      yield decode(name, decoder, chunk)
    }
    if (decoder) yield decode(name, decoder)
    if (checksum !== entry.crc32) throw new TableError('zip-damaged', { name, found: 'CRC-32' })
  } finally {
    stream.destroy()
  }
}

const ZIP_MAGIC = Buffer.from('PK\x03\x04', 'latin1')

function xmlEncoding(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function decode(name: string, decoder: InstanceType<typeof TextDecoder>, chunk?: Buffer): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode()
  } catch {
    throw new TableError('xml', { name, found: `not ${decoder.encoding}` })
  }
}

async function damaged<T>(name: string, promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch (error) {
    // A path that cannot be opened is the caller's mistake, not the file's.
    if (error instanceof Error && 'syscall' in error) throw error
    throw new TableError('zip-damaged', { name, found: error instanceof Error ? error.message : String(error) })
  }
}
