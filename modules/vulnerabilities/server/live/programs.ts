import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { findPrograms, ProbeError } from '@heng/probes'
import type { Ctx } from '@heng/server-kit'
import { livePrograms } from '../../contract/live.ts'
import { nameOf } from './prepare.ts'

const mostContents = 500

/** Content of a folder and of those below it; none where there is no folder. */
const contentsOf = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith('.xml')).map((entry) => join(entry.parentPath, entry.name)).toSorted().slice(0, mostContents)
}

/** Which scanners the server's machine has, with versions, or why not. No statement. */
export const programs = async ({ kit: { config }, locale }: Ctx) => {
  const found = await findPrograms(config.programs)
  return {
    items: livePrograms.map((program) => {
      const one = found[nameOf(program)]
      return one instanceof ProbeError ? { program, version: null, problem: one.text[locale] } : { program, version: one.version, problem: null }
    }),
    contents: found.oscap instanceof ProbeError ? [] : await contentsOf(config.scapFolder),
  }
}
