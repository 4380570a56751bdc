import { nounTextOf } from '../text/nounText.ts'
import type { InRoom, NavEntry, Registry } from './registry.ts'
import type { WebNoun, WebPage, WebRoom } from './room.ts'

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
