import type { Locale } from '@heng/contract'

type Loaders<T> = { readonly [L in Locale]: () => Promise<T> }
const all: { readonly loaded: Partial<Record<Locale, unknown>>; readonly load: Loaders<unknown> }[] = []

/**
 * Messages that come one language at a time. The build puts this in the place of a room's catalogue (`apps/web/build/languages.ts`):
 * it answers with an object that is empty until `loadTexts` has fetched a language, which happens before anything is shown in it.
 */
export const texts = <T>(load: Loaders<T>): { readonly [L in Locale]: T } => {
  const loaded: Partial<Record<Locale, T>> = {}
  all.push({ loaded, load })
  return loaded as Record<Locale, T>
}

/** Whether everything can be shown in a language now; always so where the build did not divide the texts (development, tests). */
export const textsReady = (locale: Locale): boolean => all.every(({ loaded }) => loaded[locale] !== undefined)

/** Fetches a language, once. */
export const loadTexts = async (locale: Locale): Promise<void> => {
  await Promise.all(all.map(async ({ loaded, load }) => {
    loaded[locale] ??= await load[locale]()
  }))
}
