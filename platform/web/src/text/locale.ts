import { isLocale, negotiateLocale, type Locale } from '@heng/contract'
import { loadTexts, textsReady } from './loading.ts'

const key = 'heng.locale'
let current: Locale | undefined
const listeners = new Set<() => void>()

/** The language chosen in this browser, if any. */
export const chosenLocale = (): Locale | undefined => {
  try {
    const stored = localStorage.getItem(key)
    return isLocale(stored) ? stored : undefined
  } catch {
    // Storage may be refused by the browser; the language then lasts until the page is left.
    return undefined
  }
}

/** The language of the interface: chosen in this browser, else the browser's own, else English. */
export const currentLocale = (): Locale =>
  (current ??= chosenLocale() ?? negotiateLocale(globalThis.navigator?.languages?.join(',')))

let wanted: Locale | undefined

/** Shows another language, as soon as its texts are there; of two choices in a row the last counts. */
const apply = (locale: Locale): void => {
  wanted = locale
  const show = (): void => {
    if (wanted !== locale) return
    current = locale
    for (const listener of listeners) listener()
  }
  if (textsReady(locale)) show()
  // Without them the language stays as it is; the next choice tries again.
  else loadTexts(locale).then(show, () => undefined)
}

/** Changes the language and remembers it in this browser. */
export const chooseLocale = (locale: Locale): void => {
  try {
    localStorage.setItem(key, locale)
  } catch {
    // See chosenLocale.
  }
  apply(locale)
}

/** Takes over the language of the user's account on a browser where none was chosen yet. */
export const adoptLocale = (locale: Locale): void => {
  if (chosenLocale() === undefined && currentLocale() !== locale) apply(locale)
}

export const subscribeLocale = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
