import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { atOnce, sourceOf } from './graph.ts'

/** Messages of a room in one language: texts in a tree. */
export interface Words {
  readonly [key: string]: string | Words
}

export interface Parts {
  /** What the shell needs before it shows the first page. */
  readonly core: Words
  /** What only the room's own pages need. */
  readonly rest: Words
}

const named = /(?:useText\(messages\)|\bt)\.([\w$]+(?:\.[\w$]+)*)/g

/** The paths of messages that a source names: `t.page.title`, `useText(messages).bell`. A name that is no message is no harm. */
export const pathsIn = (source: string): string[] => [...source.matchAll(named)].map(([, path]) => path!)

const isWords = (value: unknown): value is Words => typeof value === 'object' && value !== null

/** The longest part of a path that the words have; null where they have none of it. */
const reach = (words: Words, path: string): readonly string[] | null => {
  const keys: string[] = []
  let here: string | Words = words
  for (const key of path.split('.')) {
    if (!isWords(here) || here[key] === undefined) break
    keys.push(key)
    here = here[key]
  }
  return keys.length === 0 ? null : keys
}

type Tree = Map<string, Tree | true>

const treeOf = (paths: readonly (readonly string[])[]): Tree => {
  const root: Tree = new Map()
  for (const path of paths) {
    let here = root
    for (const [at, key] of path.entries()) {
      const next = here.get(key)
      if (next === true) break
      if (at === path.length - 1) here.set(key, true)
      else {
        const below: Tree = next ?? new Map()
        here.set(key, below)
        here = below
      }
    }
  }
  return root
}

const split = (words: Words, tree: Tree): Parts => {
  const core: Record<string, string | Words> = {}
  const rest: Record<string, string | Words> = {}
  for (const [key, value] of Object.entries(words)) {
    const wanted = tree.get(key)
    if (wanted === true) core[key] = value
    else if (wanted === undefined || !isWords(value)) rest[key] = value
    else {
      const parts = split(value, wanted)
      core[key] = parts.core
      if (Object.keys(parts.rest).length > 0) rest[key] = parts.rest
    }
  }
  return { core, rest }
}

/** Divides a catalogue: what stands at the paths, with all below them, and what does not. Together they are the catalogue. */
export const divide = (words: Words, paths: readonly string[]): Parts =>
  split(words, treeOf(paths.map((path) => reach(words, path)).filter((path) => path !== null)))

/** Throws on anything but texts: a catalogue that computes cannot be sent as data. */
export const assertWords = (words: unknown, name: string): Words => {
  if (!isWords(words)) throw new Error(`${name} is no catalogue`)
  for (const [key, value] of Object.entries(words)) if (typeof value !== 'string') assertWords(value, `${name}.${key}`)
  return words
}

/** The paths of messages that the shell needs of a room: names of nouns, and what `room.tsx` and the files it imports at once say. Undefined for a catalogue that is no room's. */
export const shellPaths = (catalogue: string): readonly string[] | undefined => {
  const room = join(dirname(catalogue), '../web/room.tsx')
  if (!existsSync(room)) return undefined
  const readers = [...atOnce(room)].map(sourceOf).filter((source) => /locales\/(?:index|en)\.ts'/.test(source))
  return ['nouns', ...readers.flatMap(pathsIn)]
}
