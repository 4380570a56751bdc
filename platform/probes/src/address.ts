export type Version = 4 | 6

export interface Address {
  readonly version: Version
  readonly value: bigint
}

export const bitsOf = (version: Version): bigint => (version === 4 ? 32n : 128n)
/** IPv4-mapped IPv6 addresses, ::ffff:0:0/96 (RFC 4291, 2.5.5.2). */
export const mapped = 0xffff_0000_0000n

const octets = /^(?:0|[1-9]\d{0,2})(?:\.(?:0|[1-9]\d{0,2})){3}$/

const parse4 = (text: string): bigint | undefined => {
  if (!octets.test(text)) return undefined
  const parts = text.split('.').map(Number)
  return parts.every((part) => part <= 255) ? parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n) : undefined
}

const parse6 = (text: string): bigint | undefined => {
  // The last two groups may be written as an IPv4 address (RFC 4291, 2.2).
  const at = text.lastIndexOf(':') + 1
  const low = text.includes('.') ? parse4(text.slice(at)) : undefined
  if (text.includes('.') && low === undefined) return undefined
  const plain = low === undefined ? text : `${text.slice(0, at)}${(low >> 16n).toString(16)}:${(low & 0xffffn).toString(16)}`
  const halves = plain.split('::').map((half) => (half === '' ? [] : half.split(':')))
  const [head = [], rest = []] = halves
  const missing = 8 - head.length - rest.length
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return undefined
  const groups = [...head, ...Array<string>(missing).fill('0'), ...rest]
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) ? groups.reduce((sum, group) => (sum << 16n) | BigInt(`0x${group}`), 0n) : undefined
}

/**
 * Reads an address as written: dotted IPv4 of four decimal numbers, or IPv6 (RFC 4291). What programs read in more than one way
 * (leading zeros, hexadecimal, fewer numbers, zones) is no address. IPv4-mapped IPv6 stays IPv6 here.
 */
export const parseAddress = (text: string): Address | undefined => {
  const version = text.includes(':') ? 6 : 4
  const value = version === 6 ? parse6(text) : parse4(text)
  return value === undefined ? undefined : { version, value }
}

/** IPv6 as RFC 5952 writes it: lower case, the first longest run of two or more zero groups left out. */
export const formatAddress = ({ version, value }: Address): string => {
  if (version === 4) return [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.')
  const groups = Array.from({ length: 8 }, (_, i) => ((value >> BigInt(112 - 16 * i)) & 0xffffn).toString(16))
  let [start, length] = [0, 1]
  for (let from = 0; from < 8; from += 1) {
    let to = from
    while (to < 8 && groups[to] === '0') to += 1
    if (to - from > length) [start, length] = [from, to - from]
  }
  if (length < 2) return groups.join(':')
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`
}
