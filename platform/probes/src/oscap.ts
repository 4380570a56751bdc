import { realpath, stat } from 'node:fs/promises'
import { isAbsolute, normalize, relative } from 'node:path'
import { z } from 'zod'
import { checked, type Command } from './command.ts'
import { invalid, shown } from './problem.ts'

/** A profile is an XML name (NCName), so it never begins with a hyphen (XCCDF 1.2, 6.2.3). */
export const oscapSchema = z.strictObject({
  content: z.string().max(1_000).regex(/^[^\p{C}]+\.xml$/u),
  profile: z.string().regex(/^[A-Za-z_][\w.-]{0,255}$/),
})

export type OscapRequest = z.input<typeof oscapSchema>

const report = { file: 'arf.xml' }

const isBelow = (path: string, folder: string): boolean => {
  const way = relative(folder, path)
  return way !== '' && way !== '..' && !way.startsWith('../') && !isAbsolute(way)
}

const refuse = (content: string): never => {
  throw invalid(`${shown(content)} is no SCAP content of a folder configured for it.`, `${shown(content)} 不是已配置文件夹内的 SCAP 内容文件。`)
}

/**
 * An evaluation by OpenSCAP of the machine that the server runs on, as ARF. Exit code 2 tells that a rule failed: a result, no failure (oscap(8)).
 * @param folders absolute; content is taken from below them only. Links are followed by `realContent` beforehand.
 * @throws ProbeError `invalid`.
 */
export const oscapCommand = (request: OscapRequest, folders: readonly string[]): Command => {
  const { content, profile } = checked(oscapSchema, request)
  const isOurs = isAbsolute(content) && normalize(content) === content && folders.some((folder) => isAbsolute(folder) && isBelow(content, folder))
  if (!isOurs) refuse(content)
  return { args: ['xccdf', 'eval', '--profile', profile, '--results-arf', report, content], report, successCodes: [0, 2] }
}

/** Content and folders with every link followed, so that none leads out of the folders. @throws ProbeError `invalid` when there is no such file. */
export const realContent = async (content: string, folders: readonly string[]): Promise<{ readonly content: string; readonly folders: readonly string[] }> => {
  try {
    const real = await realpath(content)
    const found = await Promise.all(folders.map((folder) => realpath(folder).catch(() => [])))
    if ((await stat(real)).isFile()) return { content: real, folders: found.flat() }
  } catch {
    // Told below, without a word on which paths exist.
  }
  return refuse(content)
}
