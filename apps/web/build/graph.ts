import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const imported = /(?:^|\n)\s*(?:import|export)\s(?!type\b)[^'"]*?from\s*['"]([^'"]+\.tsx?|@heng\/[^'"]+)['"]/g

/** What the rooms let others import, by its name: `@heng/risks/web/parts`. */
const shared = new Map<string, string>()
for (const manifest of globSync('{modules,platform}/*/package.json', { cwd: root })) {
  const { name, exports } = JSON.parse(readFileSync(join(root, manifest), 'utf8')) as { name: string; exports: Record<string, string> }
  for (const [part, file] of Object.entries(exports)) shared.set(join(name, part), resolve(root, dirname(manifest), file))
}

const sources = new Map<string, string>()

export const sourceOf = (file: string): string => {
  let source = sources.get(file)
  if (source === undefined) sources.set(file, (source = readFileSync(file, 'utf8')))
  return source
}

/** The file of ours that a name in an import stands for; undefined for what is not ours, or not of a room. */
export const fileOf = (name: string, importer: string): string | undefined => (name.startsWith('.') ? resolve(dirname(importer), name) : shared.get(name))

/** A file and all that it imports at once, of every room. What it fetches later, on demand, is not among them. */
export const atOnce = (file: string, found: Set<string> = new Set()): Set<string> => {
  if (found.has(file)) return found
  found.add(file)
  for (const [, name] of sourceOf(file).matchAll(imported)) {
    const next = fileOf(name!, file)
    if (next !== undefined) atOnce(next, found)
  }
  return found
}
