import type { AnyNoun, Locale } from '@heng/contract'
import { createContext, useContext, useMemo } from 'react'
import { registerApi, type RegisterApi } from '../client/registerApi.ts'
import { nounTextOf, type AnyNounText } from '../text/nounText.ts'
import { useLocale } from '../text/text.ts'
import type { FieldGroup, HeaderItem, JsonRenderers, ListAction, RecordAction, RecordPanel, WebAccount, WebNav, WebNoun, WebPage, WebRoom } from './room.ts'

type InRoom<E> = E & { readonly room: WebRoom }
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

const registerPage = (noun: WebNoun<unknown>): WebPage<unknown> => ({
  path: noun.path,
  page: async () => (await import('../register/nounPages.tsx')).registerPageOf(noun.noun),
})
const recordPage = (noun: WebNoun<unknown>): WebPage<unknown> => ({
  path: `${noun.path}/$id`,
  page: async () => (await import('../register/nounPages.tsx')).recordPageOf(noun.noun),
})

const pagesOf = (room: WebRoom): InRoom<WebPage<unknown>>[] => {
  const own = room.pages ?? []
  const generic = (room.nouns ?? [])
    .flatMap((noun) => [registerPage(noun), recordPage(noun)])
    .filter(({ path }) => own.every((page) => page.path !== path))
  return [...own, ...generic].map((page) => ({ ...page, room }))
}

const navigationOf = (room: WebRoom): NavEntry[] => [
  ...(room.pages ?? []).flatMap(({ nav, path }) => (nav === undefined ? [] : [{ ...nav, path, room }])),
  ...(room.nouns ?? []).flatMap(({ nav, path, noun }) =>
    nav === undefined
      ? []
      : [{ ...nav, path, room, permission: `${noun.name}:read`, label: (text: unknown) => nounTextOf(text, noun).many }],
  ),
]

const byOrder = (a: { order: number }, b: { order: number }): number => a.order - b.order

/**
 * Collects what the rooms bring. A noun without pages of its own gets the kit's register and record pages.
 * Throws when two rooms claim one page or one noun, so that the mistake shows at start and not on a click.
 */
export const buildRegistry = (rooms: readonly WebRoom[]): Registry => {
  const pages = rooms.flatMap(pagesOf)
  const taken = new Map<string, string>()
  for (const { path, room } of pages) {
    const other = taken.get(path)
    if (other !== undefined) throw new Error(`Page "${path}" is declared by room "${other}" and by room "${room.name}"`)
    taken.set(path, room.name)
  }
  const nouns = new Map<string, InRoom<WebNoun<unknown>>>()
  for (const room of rooms)
    for (const entry of room.nouns ?? []) {
      if (nouns.has(entry.noun.name)) throw new Error(`Noun "${entry.noun.name}" is declared by two rooms`)
      nouns.set(entry.noun.name, { ...entry, room })
    }
  const owner = rooms.find((room) => room.account !== undefined)
  return {
    pages,
    nouns,
    navigation: rooms.flatMap(navigationOf).toSorted(byOrder),
    recordPanels: rooms.flatMap((room) => (room.recordPanels ?? []).map((panel) => ({ ...panel, room }))).toSorted(byOrder),
    listActions: rooms.flatMap((room) => room.listActions ?? []).toSorted(byOrder),
    headerItems: rooms.flatMap((room) => room.headerItems ?? []).toSorted(byOrder),
    account: owner?.account && { ...owner.account, room: owner },
  }
}

export const RegistryContext = createContext<Registry | null>(null)

export const useRegistry = (): Registry => {
  const registry = useContext(RegistryContext)
  if (registry === null) throw new Error('useRegistry: outside createApp')
  return registry
}

/** A noun with all that pages need: its words in the current language, its operations, its groups and verbs. */
export interface NounKit {
  readonly noun: AnyNoun
  readonly path: string
  readonly text: AnyNounText
  readonly api: RegisterApi
  readonly groups: readonly { readonly key: string; readonly label: string; readonly fields: readonly string[] }[]
  readonly json: JsonRenderers
  readonly actions: readonly (Omit<RecordAction<unknown>, 'label'> & { readonly label: string })[]
}

/** Looks a noun up by name; undefined when no room brings it. */
export const useNounNamed = (name: string | undefined): NounKit | undefined => {
  const { nouns } = useRegistry()
  const locale = useLocale()
  const entry = name === undefined ? undefined : nouns.get(name)
  return useMemo(() => (entry === undefined ? undefined : kitOf(entry, locale)), [entry, locale])
}

/** Every noun of every room, in the order of the rooms. */
export const useNouns = (): readonly NounKit[] => {
  const { nouns } = useRegistry()
  const locale = useLocale()
  return useMemo(() => [...nouns.values()].map((entry) => kitOf(entry, locale)), [nouns, locale])
}

const kitOf = (entry: InRoom<WebNoun<unknown>>, locale: Locale): NounKit => {
  const words = entry.room.messages[locale]
  const group = ({ key, fields, ...rest }: FieldGroup<unknown>) => ({ key, fields, label: rest.label(words) })
  return {
    noun: entry.noun,
    path: entry.path,
    text: nounTextOf(words, entry.noun),
    api: registerApi(entry.noun, entry.path),
    groups: (entry.groups ?? []).map(group),
    json: entry.json ?? {},
    actions: (entry.actions ?? []).map((action) => ({ ...action, label: action.label(words) })),
  }
}

/** As `useNounNamed`, for a noun that must be there. Throws, naming what to add where. */
export const useNoun = (noun: AnyNoun): NounKit => {
  const kit = useNounNamed(noun.name)
  if (kit === undefined) throw new Error(`Noun "${noun.name}" is in no room: add it to \`nouns\` of the room "${noun.room}"`)
  return kit
}
