import { isOperation, metaOf, type Contract } from '@heng/contract'

/**
 * The instant of the past that the page shows, null for today. Calls and the keys of what they answered follow it, so it is set
 * before the page below it renders, as the language is.
 */
let shown: string | null = null
export const shownInstant = (): string | null => shown
export const showInstant = (instant: string | null): void => {
  shown = instant
}

/** The instant of an address; null for what is none and for what has not come yet. */
export const instantOf = (text: unknown, now: number = Date.now()): string | null => {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) || at >= now ? null : new Date(at).toISOString()
}

/** Adds the instant shown to a question that can be asked about the past and names no instant of its own. */
export const withInstant = (contract: Contract, path: readonly string[], request: Request): Request => {
  const node = path.reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], contract)
  if (shown === null || !isOperation(node) || !metaOf(node).asOf) return request
  const url = new URL(request.url)
  if (url.searchParams.has('asOf')) return request
  url.searchParams.set('asOf', shown)
  return new Request(url, request)
}
