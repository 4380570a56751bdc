import { metaOf, operationsOf } from '@heng/contract'
import type { Kit } from '@heng/server-kit'

const known = new WeakMap<Kit, Map<string, string>>()

// The plural of a noun is the same in the API and in the browser, so its `get` operation says where its page is.
const pathsOf = (kit: Kit): Map<string, string> => {
  const found = known.get(kit)
  if (found !== undefined) return found
  const operations = kit.modules.flatMap((m) => (m.contract === undefined ? [] : operationsOf(m.contract))).map(metaOf)
  const paths = new Map(operations.flatMap(({ id, method, path }) => {
    const plural = /^\/orgs\/\{org\}\/([a-z0-9-]+)\/\{id\}$/.exec(path)?.[1]
    return method === 'GET' && id.endsWith('.get') && plural !== undefined ? [[id.slice(0, -4), plural] as const] : []
  }))
  paths.set('workItem', 'work')
  known.set(kit, paths)
  return paths
}

/** Page of a record below `/o/{org}/`; null for a noun without pages. */
export const recordPath = (kit: Kit, noun: string, id: string): string | null => {
  const plural = pathsOf(kit).get(noun)
  return plural === undefined ? null : `${plural}/${id}`
}

/** Address under which people reach this installation. */
export const baseUrl = ({ config }: Pick<Kit, 'config'>): string => (config.publicUrl ?? `http://localhost:${config.port}`).replace(/\/+$/, '')

/** Full address of a page of an organisation, for mail. */
export const pageUrl = (kit: Kit, slug: string, link: string | null): string =>
  `${baseUrl(kit)}/o/${encodeURIComponent(slug)}${link === null ? '' : `/${link.replace(/^\/+/, '')}`}`
