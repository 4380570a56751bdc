import { bitsOf, parseAddress } from './address.ts'
import { block, toCidr, unmapped, type Range } from './range.ts'

/** What somebody wrote as a target. A name is in lower case, without a dot at its end. */
export type Parsed = { readonly range: Range } | { readonly name: string } | { readonly refused: Refused; readonly instead?: string }

/**
 * `plain`: an IPv4 address in a form that programs read differently, or with a number above 255. `hostBits`: a CIDR block that begins
 * elsewhere (`instead`: where). `reversed`: a range that ends before it begins. `zone`: an IPv6 zone (RFC 4007). `syntax`: anything else.
 */
export type Refused = 'plain' | 'hostBits' | 'reversed' | 'zone' | 'syntax'

const label = /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/
// What inet_aton(3) and browsers take for a number, at the end of a name (WHATWG URL, "ends in a number").
const number = /^(?:\d+|0x[\da-f]*)$/

/** A host name by RFC 1123 (ASCII; internationalised names in their `xn--` form), or undefined. */
export const parseName = (text: string): string | undefined => {
  const name = text.toLowerCase().replace(/\.$/, '')
  const labels = name.split('.')
  return name.length <= 253 && labels.every((part) => label.test(part)) && !number.test(labels.at(-1)!) ? name : undefined
}

const refuse = (address: string): Parsed => {
  if (/^[\da-f:.]+%/i.test(address) && address.includes(':')) return { refused: 'zone' }
  const text = address.toLowerCase().replace(/\.$/, '')
  return { refused: /^[\da-z.-]+$/.test(text) && number.test(text.split('.').at(-1)!) ? 'plain' : 'syntax' }
}

const parseBlock = (text: string): Parsed => {
  const [written = '', prefix = '', ...more] = text.split('/')
  const address = parseAddress(written)
  if (address === undefined) return refuse(written)
  if (more.length > 0 || !/^(?:0|[1-9]\d{0,2})$/.test(prefix) || BigInt(prefix) > bitsOf(address.version)) return { refused: 'syntax' }
  const range = block(address.version, address.value, Number(prefix))
  return range.first === address.value ? { range: unmapped(range) } : { refused: 'hostBits', instead: toCidr(range)[0] }
}

const parseSpan = (text: string): Parsed => {
  const [from = '', to = '', ...more] = text.split('-')
  const first = parseAddress(from)
  if (first === undefined) return refuse(from)
  // 192.0.2.1-20: of IPv4 the end may be its last number alone.
  const end = first.version === 4 && /^\d+$/.test(to) ? from.replace(/\d+$/, to) : to
  const last = parseAddress(end)
  if (last === undefined) return refuse(end)
  if (more.length > 0 || first.version !== last.version) return { refused: 'syntax' }
  return last.value < first.value ? { refused: 'reversed' } : { range: unmapped({ version: first.version, first: first.value, last: last.value }) }
}

/** Reads an address, a CIDR block, a range (`192.0.2.1-20`, `first-last`) or a host name, each with one possible meaning. */
export const parseTarget = (written: string): Parsed => {
  const text = written.trim()
  if (text.includes('/')) return parseBlock(text)
  if (/^[\d.]+-[\d.-]*$/.test(text) || (text.includes(':') && text.includes('-'))) return parseSpan(text)
  const address = parseAddress(text)
  if (address !== undefined) return { range: unmapped({ version: address.version, first: address.value, last: address.value }) }
  const name = parseName(text)
  return name === undefined ? refuse(text) : { name }
}
