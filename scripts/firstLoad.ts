import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** What a browser may load before it shows the first page, gzip, in bytes. */
export const firstLoadLimit = 450_000

export interface LoadedFile {
  readonly file: string
  readonly gzip: number
}

const imported = /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{},\s]+?from\s*)?["'](\.\/[^"']+\.js)["']/g
const linked = /<(?:script|link)[^>]+(?:src|href)="(\/[^"]+\.(?:js|css))"/g

/**
 * The files of a built web that the first page cannot do without: those that `index.html` names and everything that they
 * import at once, and the texts of the larger language; what is imported later, on demand, does not count. Largest first.
 */
export const firstLoad = (dist: string): LoadedFile[] => {
  const html = readFileSync(join(dist, 'index.html'))
  const found = new Map<string, LoadedFile>([['index.html', { file: 'index.html', gzip: gzipSync(html).length }]])
  const visit = (file: string): void => {
    if (found.has(file)) return
    const bytes = readFileSync(join(dist, file))
    found.set(file, { file, gzip: gzipSync(bytes).length })
    if (file.endsWith('.js')) for (const [, next] of bytes.toString().matchAll(imported)) visit(join('assets', next!))
  }
  for (const [, file] of html.toString().matchAll(linked)) visit(file!.slice(1))
  const languages = readdirSync(join(dist, 'assets')).filter((name) => /^texts-\w+-.*\.js$/.test(name)).map((name) => join('assets', name))
  const size = (file: string): number => gzipSync(readFileSync(join(dist, file))).length
  const [largest] = languages.toSorted((a, b) => size(b) - size(a))
  if (largest !== undefined) visit(largest)
  return [...found.values()].toSorted((a, b) => b.gzip - a.gzip)
}
