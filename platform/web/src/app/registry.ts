import { createContext, useContext } from 'react'
import type { HeaderItem, ListAction, RecordPanel, WebAccount, WebNav, WebNoun, WebPage, WebRoom } from './room.ts'

export type InRoom<E> = E & { readonly room: WebRoom }
export type NavEntry = InRoom<WebNav<unknown>> & { readonly path: string }

/** What all rooms bring together, sorted once. */
export interface Registry {
  readonly pages: readonly InRoom<WebPage<unknown>>[]
  readonly navigation: readonly NavEntry[]
  readonly nouns: ReadonlyMap<string, InRoom<WebNoun<unknown>>>
  readonly recordPanels: readonly InRoom<RecordPanel<unknown>>[]
  readonly listActions: readonly ListAction[]
  readonly headerItems: readonly HeaderItem[]
  readonly account: InRoom<WebAccount<unknown>> | undefined
}

export const RegistryContext = createContext<Registry | null>(null)

export const useRegistry = (): Registry => {
  const registry = useContext(RegistryContext)
  if (registry === null) throw new Error('useRegistry: outside createApp')
  return registry
}
