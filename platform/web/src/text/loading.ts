import type { Locale } from '@heng/contract'

type Loaders<T> = { readonly [L in Locale]: () => Promise<T> }
type Loaded = Partial<Record<Locale, unknown>>

interface Part {
  readonly into: Loaded
  readonly load: Loaders<unknown>
  readonly there: Map<Locale, Promise<void>>
  readonly ready: Set<Locale>
}

const parts: Part[] = []
const asked = new Set<Locale>()

/** Two parts of a catalogue as one; neither says what the other says. */
const joined = (a: unknown, b: unknown): unknown => {
  if (typeof a !== 'object' || a === null) return b ?? a
  if (typeof b !== 'object' || b === null) return a
  const all = new Map<string, unknown>(Object.entries(a))
  for (const [key, value] of Object.entries(b)) all.set(key, joined(all.get(key), value))
  return Object.fromEntries(all)
}

/** Fetches a part in a language, once; after a failure the next call tries again. */
const fetchPart = (part: Part, locale: Locale): Promise<void> => {
  const under = part.there.get(locale)
  if (under !== undefined) return under
  const fetched = part.load[locale]().then((words) => {
    part.into[locale] = joined(part.into[locale], words)
    part.ready.add(locale)
  })
  part.there.set(locale, fetched)
  fetched.catch(() => part.there.delete(locale))
  return fetched
}

const further = new WeakMap<object, Part>()

/**
 * Messages that come one language at a time. The build puts this in the place of a room's catalogue (`apps/web/build/languages.ts`):
 * it answers with an object that is empty until `loadTexts` has fetched a language, which happens before anything is shown in it.
 * `rest` is what only the pages of the room say; `withTexts` fetches it.
 */
export const texts = <T>(core: Loaders<unknown>, rest?: Loaders<unknown>): { readonly [L in Locale]: T } => {
  const into: Partial<Record<Locale, T>> = {}
  const part = (load: Loaders<unknown>): Part => ({ into, load, there: new Map(), ready: new Set() })
  parts.push(part(core))
  if (rest !== undefined) further.set(into, part(rest))
  return into as Record<Locale, T>
}

/** The texts of a room that only its pages show, in each language asked for so far; from then on they come with every language. */
const furtherTexts = async (messages: object): Promise<void> => {
  const part = further.get(messages)
  if (part === undefined) return
  if (!parts.includes(part)) parts.push(part)
  await Promise.all([...asked].map((locale) => fetchPart(part, locale)))
}

/** Loads a part of the program together with the texts that it shows. The build puts this around `import()`. */
export const withTexts = async <M>(load: () => Promise<M>, ...catalogues: readonly object[]): Promise<M> => {
  const [module] = await Promise.all([load(), ...catalogues.map(furtherTexts)])
  return module
}

/** Whether everything can be shown in a language now; always so where the build did not divide the texts (development, tests). */
export const textsReady = (locale: Locale): boolean => parts.every(({ ready }) => ready.has(locale))

/** Fetches a language, once, and with it what came up meanwhile. */
export const loadTexts = async (locale: Locale): Promise<void> => {
  asked.add(locale)
  while (!textsReady(locale)) await Promise.all(parts.map((part) => fetchPart(part, locale)))
}
