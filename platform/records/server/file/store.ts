import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, type ReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { HengError } from '@heng/contract'
import { sniffLength, sniffType } from './sniff.ts'

/** Folder of the content-addressed store below the data folder; its backup copies everything but names with a leading dot. */
export const filesDir = (dataDir: string): string => join(dataDir, 'files')
const incoming = (dataDir: string): string => join(filesDir(dataDir), '.incoming')

/** `files/ab/abcdef…`: the content's own hash is its name, so that a file is never overwritten. */
export const pathOf = (dataDir: string, sha256: string): string => join(filesDir(dataDir), sha256.slice(0, 2), sha256)

export interface Received {
  /** Where the bytes lie until `keep` or `discard`. */
  readonly path: string
  readonly sha256: string
  readonly size: number
  readonly type: string
}

/**
 * Streams content to disk while hashing it; memory stays at one chunk. The bytes are on disk (fsync) when this returns.
 * Throws `tooLarge` beyond `limit` bytes and `file.empty`; then nothing is left behind.
 */
export const receive = async (dataDir: string, body: AsyncIterable<Buffer>, limit: number): Promise<Received> => {
  await mkdir(incoming(dataDir), { recursive: true })
  const path = join(incoming(dataDir), randomUUID())
  const handle = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let size = 0
  let head = Buffer.alloc(0)
  try {
    for await (const chunk of body) {
      size += chunk.length
      if (size > limit) throw new HengError('tooLarge', { status: 413, params: { limit } })
      hash.update(chunk)
      if (head.length < sniffLength) head = Buffer.concat([head, chunk.subarray(0, sniffLength - head.length)])
      for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten
    }
    if (size === 0) throw new HengError('file.empty', { status: 422 })
    await handle.sync()
    return { path, sha256: hash.digest('hex'), size, type: sniffType(head) }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await handle.close()
  }
}

const exists = async (path: string): Promise<boolean> => access(path).then(() => true, () => false)

/** Moves received content to its place, unless the same content is there; the folder entry is on disk when this returns. */
export const keep = async (dataDir: string, { path, sha256 }: Received): Promise<void> => {
  const target = pathOf(dataDir, sha256)
  await mkdir(dirname(target), { recursive: true })
  if (await exists(target)) return discard(path)
  await rename(path, target)
  const folder = await open(dirname(target))
  await folder.sync().finally(() => folder.close())
}

export const discard = async (path: string): Promise<void> => rm(path, { force: true })

/** The bytes of a stored file, or of `start`–`end` (both included) of it. */
export const readContent = (dataDir: string, sha256: string, range?: { start: number; end: number }): ReadStream =>
  createReadStream(pathOf(dataDir, sha256), range)
