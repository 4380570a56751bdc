import type { FoundHost } from './finding.ts'
import type { Head } from './reader.ts'

// What readers of network scanners share.

type Text = string | null | undefined

/** Whether the first row of a table names all of these columns. */
export const hasColumns = (head: Head, ...names: readonly string[]): boolean => {
  const all = new Set(head.header.map((name) => name.trim().toLowerCase()))
  return names.every((name) => all.has(name.toLowerCase()))
}

/** The parts of lists that are written into one text. */
export const parts = (...texts: readonly Text[]): string[] => texts.flatMap((text) => (text ?? '').split(/[\s,;|]+/)).filter((part) => part !== '')

/** Addresses of pages that are written one after another. */
export const links = (...texts: readonly Text[]): string[] => {
  const found = texts.flatMap((text) => (text ?? '').slice(0, 1_000_000).match(/\b(?:https?|ftp):\/\/[^\s"'<>\\\]]+/g) ?? [])
  return found.flatMap((one) => one.split(/[,;|](?=(?:https?|ftp):)/)).map((link) => link.replace(/[,;.)]{1,9}$/, ''))
}

export const isAddress = (text: string): boolean =>
  text.includes(':') ? URL.canParse(`http://[${text}]/`) : /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) <= 255)

/** Addresses that every machine has, or that are only of one cable (`fe80::…%eth0`): they name no host. RFC 1122, RFC 4291. */
export const isLoopback = (text: string): boolean => /^127\.|^::1$|^fe[89ab][\da-f]:/i.test(text)

const isName = (text: string): boolean => text.length <= 254 && /^[\w-]+(?:\.[\w-]+)+\.?$/.test(text) && !/^[\d.]+$/.test(text)

/** A host by whatever a report calls it: addresses and names, each in its place. */
export const hostOf = (...called: readonly Text[]): Partial<FoundHost> => {
  const all = parts(...called)
  const name = called.find((text) => text != null && text.trim() !== '') ?? null
  return { name, ips: all.filter((text) => isAddress(text)), fqdns: all.filter((text) => isName(text)) }
}

/** Numbers of Bugtraq, as `BID-1`. */
export const bids = (...texts: readonly Text[]): string[] => parts(...texts).filter((part) => /^\d+$/.test(part)).map((n) => `BID-${n}`)

/** Paragraphs, without those that are missing or come again. */
export const paragraphs = (...texts: readonly Text[]): string => [...new Set(texts.flatMap((text) => (text == null || text.trim() === '' ? [] : [text.trim()])))].join('\n\n')

/** The host of an address of a page, or null where it is none. */
export const hostOfUrl = (url: Text): Partial<FoundHost> | null => {
  if (url == null || !URL.canParse(url)) return null
  const name = new URL(url).hostname.replace(/^\[|\]$/g, '')
  return name === '' ? null : hostOf(name)
}
