import type { BigIntStats } from 'node:fs'
import { lstat, mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Something that lies in a watched folder, as it was when it was looked at. */
export interface Look {
  readonly folder: string
  /** As the file system has it; need not be text. */
  readonly name: Buffer
  readonly coverage: 'whole' | 'part'
  /** Changes as long as somebody writes. */
  readonly stamp: string
}

/** What programs call a file that they are still writing. */
const unfinished = /\.(?:part|partial|filepart|tmp|temp|swp|crdownload|lock)$|~$/i
/** An empty file is one whose content is still to come; after so long, it is not. */
const emptyFor = 3_600_000
/** Looked at in one round; the others wait for the next. */
const most = 500

export const pathIn = (folder: string, name: Buffer): Buffer => Buffer.concat([Buffer.from(`${folder}/`), name])
export const stampOf = ({ dev, ino, size, mtimeNs }: BigIntStats): string => `${dev} ${ino} ${size} ${mtimeNs}`

/** Whether this is a folder itself, and no link to one that may belong to somebody else. */
export const isFolder = async (path: string): Promise<boolean> => lstat(path).then((found) => found.isDirectory(), () => false)

/** A folder of Heng's own beside the reports; made where it is missing. Throws where something else lies in its place. */
export const ownFolder = async (organisation: string, name: '.taking' | 'done' | 'failed'): Promise<string> => {
  const path = join(organisation, name)
  await mkdir(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  if (!(await isFolder(path))) throw new Error(`${path} is no folder`)
  return path
}

const lookIn = async (folder: string, coverage: Look['coverage']): Promise<Look[]> => {
  if (!(await isFolder(folder))) return []
  const names = (await readdir(folder, { encoding: 'buffer' })).filter((name) => name[0] !== 0x2e && !unfinished.test(name.toString('latin1')))
  const found: Look[] = []
  for (const name of names.toSorted((a, b) => a.compare(b))) {
    const stats = await lstat(pathIn(folder, name), { bigint: true }).catch(() => null)
    if (stats === null || stats.isDirectory() || (stats.isFile() && stats.size === 0n && Date.now() - Number(stats.mtimeMs) < emptyFor)) continue
    found.push({ folder, name, coverage, stamp: stampOf(stats) })
    if (found.length === most) break
  }
  return found
}

/** What lies in an organisation's folder to be taken in, in the order of names: what scans of a part found, and below `whole/` of everything. */
export const look = async (organisation: string): Promise<Look[]> => [...(await lookIn(organisation, 'part')), ...(await lookIn(join(organisation, 'whole'), 'whole'))]

/** Of what was seen twice, that which nobody wrote to meanwhile. */
export const unchanged = (before: readonly Look[], now: readonly Look[]): Look[] => {
  const keyOf = ({ folder, name, stamp }: Look): string => `${folder}/${name.toString('latin1')} ${stamp}`
  const seen = new Set(before.map(keyOf))
  return now.filter((one) => seen.has(keyOf(one)))
}
