import { isUtf8 } from 'node:buffer'
import type { Json } from '../input/jsonRecords.ts'
import type { Draft } from './draft.ts'
import type { FoundHost } from './finding.ts'
import { isAddress } from './network.ts'
import { at, list, text } from './nodes.ts'

// What the readers of web scanners' reports share.

const standardPorts: Readonly<Record<string, number>> = { http: 80, https: 443, ws: 80, wss: 443, ftp: 21, ftps: 990 }

/** A machine by its name or address, as it stands in a URL. */
export const hostNamed = (given: string | null | undefined): Partial<FoundHost> | null => {
  const name = given?.trim().replace(/^\[(.*)\]$/, '$1') ?? ''
  if (name === '') return null
  return isAddress(name) ? { ips: [name] } : name.includes('.') ? { fqdns: [name] } : { name }
}

/** Both as one. */
export const sameHost = (...hosts: readonly (Partial<FoundHost> | null | undefined)[]): Partial<FoundHost> | null => {
  const known = hosts.filter((host) => host != null)
  return known.length === 0 ? null : { name: known.find((h) => h.name != null)?.name ?? null, ips: known.flatMap((h) => h.ips ?? []), fqdns: known.flatMap((h) => h.fqdns ?? []) }
}

type Address = Pick<Draft, 'host' | 'service' | 'url'>

/** Where a URL, or `host:port`, leads; nothing where it is neither. */
export const addressOf = (given: string | null | undefined): Address => {
  const address = given?.trim() ?? ''
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(address)) {
    const url = URL.parse(address)
    if (url === null || url.hostname === '') return { url: address }
    const scheme = url.protocol.slice(0, -1)
    return { url: address, host: hostNamed(url.hostname), service: { port: url.port === '' ? (standardPorts[scheme] ?? null) : Number(url.port), protocol: 'tcp', name: scheme } }
  }
  const found = /^(?:\[([\da-f:.]{2,45})\]|([^\s:/?#[\]]{1,255}))(?::(\d{1,5}))?$/i.exec(address)
  const name = found?.[1] ?? found?.[2] ?? (address.includes(':') && isAddress(address) ? address : null)
  return name === null ? {} : { host: hostNamed(name), ...(found?.[3] === undefined ? {} : { service: { port: Number(found[3]), protocol: 'tcp' } }) }
}

/** The first of these that leads anywhere, with the URL of the first. */
export const firstAddress = (...given: readonly (string | null | undefined)[]): Address => {
  const all = given.map(addressOf)
  return { ...all.find((a) => a.host != null), url: all.find((a) => a.url != null)?.url ?? null }
}

/** A path at an origin; the path alone where it is a URL itself, the origin alone where there is no path. */
export const joinedUrl = (origin: string | null | undefined, path: string | null | undefined): string | null => {
  const [base, rest] = [origin?.trim() ?? '', path?.trim() ?? '']
  if (rest === '' || base === '') return rest === '' ? (base === '' ? null : base) : rest
  if (/^[a-z][a-z\d+.-]*:\/\//i.test(rest)) return rest
  return `${base.replace(/(?<!\/)\/+$/, '')}${/^[/?#]/.test(rest) ? '' : '/'}${rest}`
}

const known = new Set('a abbr b blockquote br center code dd div dl dt em font h1 h2 h3 h4 h5 h6 hr i img li ol p pre s small span strong sub sup table tbody td th thead tr tt u ul'.split(' '))
const blocks = new Set('blockquote br center dd div dl dt h1 h2 h3 h4 h5 h6 hr ol p pre table tr ul'.split(' '))
const named: Readonly<Record<string, string>> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', bull: '•', copy: '©',
}
const tag = /<(\/?)([a-z][a-z\d]{0,15})(?:\s[^<>]*)?\/?>/gi

/** Text with the entities put in that pages commonly have. */
export const decoded = (html: string): string => html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
  const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : null
  if (code === null) return named[name!.toLowerCase()] ?? whole
  return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : whole
})

/** What formatted text says, without its formatting; text that has none, as it is. Tags that format nothing (`<script>` in the words of a scanner) stay. */
export const plain = (html: string | null | undefined): string | null => {
  if (html == null) return null
  let formatted = false
  const bare = html.replace(tag, (whole, slash: string, name: string) => {
    const is = name.toLowerCase()
    if (!known.has(is)) return whole
    formatted = true
    return is === 'li' && slash === '' ? '\n- ' : is === 'td' || is === 'th' ? ' ' : blocks.has(is) ? '\n' : ''
  })
  const isEncoded = /&(?:lt|gt|amp|quot|apos|nbsp|#\d{1,7});/.test(html)
  if (!formatted && !isEncoded) return html
  return (formatted ? decoded(bare).split('\n').map((line) => line.trim()).join('\n').replace(/\n{3,}/g, '\n\n') : decoded(bare)).trim()
}

/** Addresses in a text, those of its links first. */
export const linksIn = (...texts: readonly (string | null | undefined)[]): string[] => {
  const all = texts.filter((t) => t != null)
  const links = all.flatMap((t) => [...t.matchAll(/\bhref\s*=\s*(?:"([^"<>\s]+)"|'([^'<>\s]+)')/gi)].map((m) => decoded(m[1] ?? m[2]!)).filter((href) => /^(?:https?|ftp):\/\//i.test(href)))
  const bare = all.flatMap((t) => [...(plain(t) ?? '').matchAll(/\bhttps?:\/\/[^\s<>"'`|]+/gi)].map(([found]) => found.replace(/(?<![.,;:!?])[.,;:!?]+$/, '')).map((url) => (url.includes('(') ? url : url.replace(/(?<![)\]])[)\]]+$/, ''))))
  return [...new Set([...links, ...bare])]
}

/** What was sent, found or seen, each under its name; parts that are empty are left out. */
export const labelled = (parts: Readonly<Record<string, string | null | undefined>>): string | null => {
  const said = Object.entries(parts).flatMap(([label, value]) => (value == null || value.trim() === '' ? [] : [`${label}:${value.trim().includes('\n') ? '\n' : ' '}${value.trim()}`]))
  return said.length === 0 ? null : said.join('\n')
}

/** Texts that say different things, one after another. */
export const together = (...texts: readonly (string | null | undefined)[]): string | null => {
  const said = [...new Set(texts.flatMap((t) => (t == null || t.trim() === '' ? [] : [t.trim()])))]
  return said.length === 0 ? null : said.join('\n\n')
}

/** Bytes of a message as text; of one whose body is none, what stands before the body. */
export const messageText = (bytes: Buffer): string | null => {
  if (bytes.length === 0) return null
  if (isUtf8(bytes) && !bytes.includes(0)) return bytes.toString('utf8')
  const end = bytes.indexOf('\r\n\r\n')
  const head = bytes.subarray(0, Math.max(end, 0))
  return head.length === 0 || head.includes(0) ? null : `${head.toString('latin1')}\r\n\r\n[${bytes.length - end - 4} bytes]`
}
/** Base64 as the text that it stands for; null where that is no text. */
export const base64Text = (encoded: string | null | undefined): string | null => (encoded == null ? null : messageText(Buffer.from(encoded, 'base64')))

/** A day written with its numbers in an order of its own, `24/09/2018, 18:09:55` or `03/02/2019 03:50 PM (UTC-06:00)`, as ISO 8601. */
export const dayFirst = (written: string | null | undefined, order: 'dmy' | 'mdy' = 'dmy'): string | null => {
  const found = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:,?\s+(\d{1,2}):(\d\d)(?::(\d\d))?(?:\.\d+)?\s*([AP]M)?)?\s*(?:\(?(?:UTC|GMT)?([+-]\d\d:?\d\d)?\)?)?$/i.exec(written?.trim().slice(0, 60) ?? '')
  if (found === null) return null
  const [, first, second, year, hour = '0', minute = '00', seconds = '00', half, zone = 'Z'] = found
  const [day, month] = order === 'dmy' ? [first!, second!] : [second!, first!]
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toUpperCase() === 'PM' ? 12 : 0)
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${String(hours).padStart(2, '0')}:${minute}:${seconds}${zone}`
}

/** As Java writes an instant, `Wed Jan 27 22:43:35 EST 2021`, in an order that is read everywhere. Zones other than the usual ones are none. */
export const javaDate = (written: string | null | undefined): string | null => {
  const found = /^\w{3} (\w{3}) (\d{1,2}) (\d\d:\d\d:\d\d) (\S{1,9}) (\d{4})$/.exec(written?.trim() ?? '')
  return found === null ? (written ?? null) : `${found[1]} ${found[2]} ${found[5]} ${found[3]} ${found[4]!.replace(/^(?:CET|MEZ)$/, '+0100').replace(/^(?:CEST|MESZ)$/, '+0200')}`
}

/** Key and value of each that an object has, as text. */
export const entriesOf = (value: Json | undefined, ...keys: readonly (string | number)[]): [string, Json][] => {
  const found = at(value, ...keys)
  return found !== null && typeof found === 'object' && !Array.isArray(found) ? Object.entries(found) : []
}

/** Headers as they stand in a message: of a list of names and values, or of an object. */
export const headersOf = (value: Json | undefined): string[] =>
  Array.isArray(value) ? list(value).flatMap((h) => (text(h, 'name') === null ? [] : [`${text(h, 'name')}: ${text(h, 'value') ?? ''}`])) : entriesOf(value).map(([name, v]) => `${name}: ${text(v) ?? ''}`)
