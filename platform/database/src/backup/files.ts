import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseError, errorCode } from '../errors.ts'
import { damaged } from './format.ts'
import type { FileSum } from './format.ts'
import { tarEntry } from './tar.ts'

/** Relative paths of the regular files under a folder, sorted, one folder in memory at a time. Names with a leading dot are work in progress and left out. */
export async function* listFiles(folder: string, below = ''): AsyncGenerator<string> {
  if (below === '' && !existsSync(folder)) return
  const entries = await readdir(join(folder, below), { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue
    const path = below === '' ? entry.name : `${below}/${entry.name}`
    if (entry.isDirectory()) yield* listFiles(folder, path)
    else if (entry.isFile()) yield path
  }
}

/** One file as an archive entry; `done` gets its sum. A file that vanished since it was listed is left out. */
export async function* fileEntry(folder: string, path: string, done: (sum: FileSum) => void): AsyncGenerator<Uint8Array> {
  const handle = await open(join(folder, path)).catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  })
  if (handle === undefined) return
  try {
    const { size } = await handle.stat()
    const hash = createHash('sha256')
    const body = async function* (): AsyncGenerator<Uint8Array> {
      if (size === 0) return
      for await (const chunk of handle.createReadStream({
        autoClose: false,
        end: size - 1,
        highWaterMark: 262_144,
      }) as AsyncIterable<Buffer>) {
        hash.update(chunk)
        yield chunk
      }
    }
    yield* tarEntry(`files/${path}`, size, body())
    done({ path, size, sha256: hash.digest('hex') })
  } finally {
    await handle.close()
  }
}

/** Files put back so far; `undo` removes them again. */
export class FileReturn {
  readonly #folder: string
  readonly #made: string[] = []

  readonly #replace: boolean

  /** @param replace puts a whole file over one that no longer has the content its name says */
  constructor(folder: string, replace = false) {
    this.#folder = folder
    this.#replace = replace
  }

  /**
   * Writes one file beside its place, and renames it there once it is whole and on disk.
   * @throws DatabaseError `backup-damaged` on a path outside the folder, `restore-refused` when another file is in its place
   */
  async put(path: string, body: AsyncIterable<Uint8Array>): Promise<FileSum> {
    if (path.split('/').some((name) => name === '' || name.startsWith('.') || /[\\\0]/.test(name))) {
      throw damaged(`files/${path}`, 'its path is not one of ours', '路径无效')
    }
    const target = join(this.#folder, path)
    const draft = join(dirname(target), `.restore-${randomBytes(6).toString('hex')}`)
    await mkdir(dirname(target), { recursive: true })
    const hash = createHash('sha256')
    let size = 0
    const handle = await open(draft, 'wx', 0o600)
    try {
      for await (const chunk of body) {
        hash.update(chunk)
        size += chunk.byteLength
        await handle.write(chunk)
      }
      await handle.sync()
      await handle.close()
      const sha256 = hash.digest('hex')
      if (existsSync(target) && !this.#replace) await this.#mustEqual(target, path, sha256)
      else if (existsSync(target)) await rename(draft, target)
      else {
        await rename(draft, target)
        this.#made.push(target)
      }
      return { path, size, sha256 }
    } finally {
      await handle.close().catch(() => undefined)
      await rm(draft, { force: true })
    }
  }

  async undo(): Promise<void> {
    for (const target of this.#made) await rm(target, { force: true })
  }

  async #mustEqual(target: string, path: string, sha256: string): Promise<void> {
    const handle = await open(target)
    const hash = createHash('sha256')
    for await (const chunk of handle.createReadStream() as AsyncIterable<Buffer>) hash.update(chunk)
    if (hash.digest('hex') === sha256) return
    throw new DatabaseError('restore-refused', {
      en: `The file ${path} exists in ${this.#folder} with other content: restore into an empty folder. Nothing was restored.`,
      zh: `${this.#folder} 中已有内容不同的文件 ${path}：请恢复到空文件夹。未恢复任何数据。`,
    })
  }
}
