import { createHash } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HengError } from '@heng/contract'

/** Uploaded files lie here until their import is over; not part of a backup, an import can be begun again. */
export const importsDir = (dataDir: string): string => join(dataDir, 'imports')
export const uploadPath = (dataDir: string, id: string): string => join(importsDir(dataDir), id)

/**
 * Streams an upload to disk; memory stays at one chunk, and the bytes are on disk (fsync) when this returns.
 * Throws `tooLarge` beyond `limit` bytes and `import.emptyFile`; then nothing is left behind.
 */
export const receive = async (dataDir: string, id: string, body: AsyncIterable<Buffer>, limit: number): Promise<{ bytes: number; sha256: string }> => {
  await mkdir(importsDir(dataDir), { recursive: true })
  const path = uploadPath(dataDir, id)
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  let bytes = 0
  try {
    for await (const chunk of body) {
      bytes += chunk.length
      if (bytes > limit) throw new HengError('tooLarge', { status: 413, params: { limit } })
      hash.update(chunk)
      for (let at = 0; at < chunk.length; ) at += (await file.write(chunk, at)).bytesWritten
    }
    if (bytes === 0) throw new HengError('import.emptyFile')
    await file.sync()
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
  return { bytes, sha256: hash.digest('hex') }
}

export const removeUpload = async (dataDir: string, id: string): Promise<void> => rm(uploadPath(dataDir, id), { force: true })

/** Files older than `age` ms, by id. */
export const uploadsOlderThan = async (dataDir: string, age: number): Promise<string[]> => {
  const names = await readdir(importsDir(dataDir)).catch(() => [])
  const old: string[] = []
  for (const name of names) {
    const { mtimeMs } = await stat(uploadPath(dataDir, name)).catch(() => ({ mtimeMs: Date.now() }))
    if (Date.now() - mtimeMs > age) old.push(name)
  }
  return old
}
