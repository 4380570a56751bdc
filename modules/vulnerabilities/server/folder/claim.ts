import { lstat, readdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorBody, Locale } from '@heng/contract'
import { newIds } from '@heng/server-kit'
import { ownFolder, pathIn, stampOf, type Look } from './look.ts'

/** A file that this installation has taken out of the way of others; its scan, if it becomes one, has this id. */
export interface Claim {
  readonly id: string
  readonly coverage: 'whole' | 'part'
  /** Fit to show and to write. */
  readonly name: string
  readonly path: string
  readonly organisation: string
}

// Room for the id before it in the 255 bytes that file systems give a name.
const longest = 160
// Control characters, path separators, and the marks that turn the writing direction.
const unsafe = /[\p{Cc}\p{Cf}\u2028\u2029\\/:*?"<>|]/gu

/** The name of a file without what could deceive a reader or a file system, cut in the middle of no character. */
export const plainName = (name: Buffer): string => {
  const text = name.toString('utf8').normalize('NFC').replace(unsafe, '').trim().replace(/^\.+/, '')
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(text)?.[0] ?? ''
  const chars = Array.from(text.slice(0, text.length - extension.length))
  while (Buffer.byteLength(chars.join('')) > longest) chars.pop()
  return chars.length === 0 ? `report${extension}` : chars.join('') + extension
}

/**
 * Takes a file for this process by giving it another name, which only one can. Null where another was faster, or where the file is not the one that was
 * looked at: then it goes back.
 */
export const claim = async (organisation: string, seen: Look): Promise<Claim | null> => {
  const taking = await ownFolder(organisation, '.taking')
  const [id] = newIds(1)
  const name = plainName(seen.name)
  const [from, path] = [pathIn(seen.folder, seen.name), join(taking, `${id}.${seen.coverage}.${name}`)]
  try {
    await rename(from, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  if (stampOf(await lstat(path, { bigint: true })) === seen.stamp) return { id: id!, coverage: seen.coverage, name, path, organisation }
  const isFree = await lstat(from).then(() => false, () => true)
  if (isFree) await rename(path, from)
  return null
}

/** Everything claimed and not yet put away, by whomever, and when it was; ms. */
export const claims = async (organisation: string): Promise<(Claim & { readonly at: number })[]> => {
  const taking = await ownFolder(organisation, '.taking')
  const found: (Claim & { at: number })[] = []
  for (const file of await readdir(taking)) {
    const [, id, coverage, name] = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(whole|part)\.(.+)$/s.exec(file) ?? []
    const path = join(taking, file)
    const stats = await lstat(path).catch(() => null)
    if (id !== undefined && stats !== null) found.push({ id, coverage: coverage as Claim['coverage'], name: name!, path, organisation, at: stats.ctimeMs })
  }
  return found
}

const wordsOf = ({ message, hint }: ErrorBody): string => [message, hint].filter((text) => text !== undefined).join('\n')

/** Moves what is over to `done/`, or to `failed/` with the reason beside it in both languages. Another process may have done so already. */
export const putAway = async ({ id, name, path, organisation }: Claim, reference: string | null, why: Readonly<Record<Locale, ErrorBody>> | null): Promise<void> => {
  const target = join(await ownFolder(organisation, why === null ? 'done' : 'failed'), `${reference ?? id.slice(-8)} ${name}`)
  try {
    if (why !== null) await writeFile(`${target}.txt`, `${[wordsOf(why['zh-CN']), wordsOf(why.en)].join('\n\n')}\n`, { flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  await rename(path, target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
  })
}
