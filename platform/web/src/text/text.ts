import type { Locale } from '@heng/contract'
import { useSyncExternalStore } from 'react'
import { messages as kitMessages } from '../../locales/index.ts'
import { currentLocale, subscribeLocale } from './locale.ts'

/** A room's messages: the English catalogue and its translation of the same shape. */
export type Messages<T = unknown> = { readonly [L in Locale]: T }

/** The current language; the component renders again when it changes. */
export const useLocale = (): Locale => useSyncExternalStore(subscribeLocale, currentLocale)

/** The messages of a room in the current language, typed. Fill placeholders with `fill` of `@heng/contract`. */
export const useText = <M extends Messages>(messages: M): M['en'] => messages[useLocale()] as M['en']

export type KitText = (typeof kitMessages)['en']

/** The kit's own messages in the current language. */
export const useKitText = (): KitText => useText(kitMessages)
