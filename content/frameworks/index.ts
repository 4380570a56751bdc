import { type Content, load } from './load.ts'
import type { Catalogue, Mapping } from './schema.ts'

export { ContentError } from './load.ts'
export type { Catalogue, Licence, Mapping, Node, Pair, Text } from './schema.ts'

let content: Content | undefined
const loaded = (): Content => (content ??= load(import.meta.dirname))

/**
 * Every catalogue that ships with Heng, ordered by id. Read and checked once, then frozen.
 * @throws ContentError where a file is unsound.
 */
export function frameworks(): readonly Catalogue[] {
  return loaded().catalogues
}

/** The catalogue with this id (such as `iso-iec-27001-2022`), or undefined. */
export function framework(id: string): Catalogue | undefined {
  return frameworks().find((catalogue) => catalogue.id === id)
}

/** Every mapping between two catalogues. Both ends of each pair are assessable nodes. */
export function mappings(): readonly Mapping[] {
  return loaded().mappings
}
