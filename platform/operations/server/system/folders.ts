import { lstat, readdir, statfs } from 'node:fs/promises'
import { join } from 'node:path'

export interface Folder {
  readonly name: string
  /** Null where this account may not look. */
  readonly bytes: number | null
  readonly files: number | null
}

export interface DataFolder {
  readonly path: string
  readonly folders: readonly Folder[]
  readonly freeBytes: number | null
  readonly measuredAt: string
}

const measure = async (path: string): Promise<{ bytes: number; files: number }> => {
  const sum = { bytes: 0, files: 0 }
  for (const entry of await readdir(path, { withFileTypes: true })) {
    const at = join(path, entry.name)
    try {
      if (entry.isDirectory()) {
        const inner = await measure(at)
        sum.bytes += inner.bytes
        sum.files += inner.files
      } else if (entry.isFile()) {
        sum.bytes += (await lstat(at)).size
        sum.files += 1
      }
    } catch (error) {
      // The database removes files of its own while we look.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return sum
}

const folder = async (root: string, name: string): Promise<Folder> => {
  try {
    return { name, ...(await measure(join(root, name))) }
  } catch {
    return { name, bytes: null, files: null }
  }
}

const fresh = 60_000
let last: { readonly path: string; readonly at: number; readonly facts: Promise<DataFolder> } | undefined

const look = async (path: string): Promise<DataFolder> => {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => [])
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted()
  const space = await statfs(path).catch(() => null)
  return {
    path,
    folders: await Promise.all(names.map((name) => folder(path, name))),
    freeBytes: space === null ? null : space.bavail * space.bsize,
    measuredAt: new Date().toISOString(),
  }
}

/** What the data folder holds; measured at most once a minute, because it may hold many files. */
export const dataFolder = (path: string): Promise<DataFolder> => {
  if (last?.path !== path || Date.now() - last.at > fresh) last = { path, at: Date.now(), facts: look(path) }
  return last.facts
}
