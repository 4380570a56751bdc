import { isUtf8 } from 'node:buffer'
import { crc32 } from 'node:zlib'
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl'
import type { ScanLimits } from './limits.ts'
import { ScanError } from './problem.ts'

/** A file in an archive, which can be opened as often as it is asked for. */
export interface Member {
  readonly name: string
  readonly open: () => AsyncGenerator<Uint8Array>
}

/** Smaller members may have any ratio. */
const grace = 100 * 1024

/** Names that say nothing of their encoding are UTF-8, or else of a Chinese Windows. They are shown, and never a path. */
const nameOf = (bytes: Uint8Array): string => new TextDecoder(isUtf8(bytes) ? 'utf-8' : 'gb18030').decode(bytes)

/** What a Mac puts beside the files, and folders. */
const isFile = (name: string): boolean => !name.endsWith('/') && !name.startsWith('__MACOSX/')

/**
 * Files of a zip archive that is held in memory. Only the central directory is trusted; what it says is held against the limits before anything is unpacked, and what
 * unpacks is held against what it says. Throws `ScanError` `archive`, `bytes`, `ratio`.
 */
export const membersOf = async (archive: Buffer, limits: ScanLimits): Promise<Member[]> => {
  const zip = await readable(null, fromBufferPromise(archive, { lazyEntries: true, autoClose: false, decodeStrings: false }))
  if (zip.entryCount > limits.members) throw new ScanError('archive', { found: `more than ${limits.members} files` })
  const members = new Map<string, Member>()
  const list = zip.eachEntry()
  let size = 0
  for (;;) {
    const next = await readable(null, list.next())
    if (next.done === true) return [...members.values()]
    const entry: Entry = next.value
    const name = nameOf(entry.fileName as unknown as Buffer)
    size += entry.uncompressedSize
    if (size > limits.unpackedBytes) throw new ScanError('bytes', { allowed: limits.unpackedBytes })
    if (entry.uncompressedSize > grace && entry.uncompressedSize > entry.compressedSize * limits.ratio) throw new ScanError('ratio', { allowed: limits.ratio, member: name })
    if (!isFile(name)) continue
    if (entry.isEncrypted()) throw new ScanError('archive', { found: 'it is encrypted', member: name })
    if (members.has(name)) throw new ScanError('archive', { found: 'two files of this name', member: name })
    members.set(name, { name, open: () => contentOf(zip, entry, name) })
  }
}

async function* contentOf(zip: ZipFile, entry: Entry, name: string): AsyncGenerator<Uint8Array> {
  const stream = await readable(name, zip.openReadStreamPromise(entry))
  const chunks = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  let checksum = 0
  try {
    for (;;) {
      const next = await readable(name, chunks.next())
      if (next.done === true) break
      checksum = crc32(next.value, checksum)
      yield next.value
    }
    if (checksum !== entry.crc32) throw new ScanError('archive', { found: 'a checksum is wrong', member: name })
  } finally {
    stream.destroy()
  }
}

/** Whatever goes wrong is a fault of the archive: it is in memory. */
const readable = async <T>(member: string | null, work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (error) {
    throw new ScanError('archive', { found: (error as Error).message.slice(0, 200), ...(member === null ? {} : { member }) })
  }
}
