import { bitsOf, formatAddress, mapped, type Version } from './address.ts'

/** Addresses from `first` to `last`, both included. */
export interface Range {
  readonly version: Version
  readonly first: bigint
  readonly last: bigint
}

const later = (a: bigint, b: bigint): bigint => (a > b ? a : b)
const earlier = (a: bigint, b: bigint): bigint => (a < b ? a : b)

export const meet = (a: Range, b: Range): Range | undefined => {
  const [first, last] = [later(a.first, b.first), earlier(a.last, b.last)]
  return a.version === b.version && first <= last ? { version: a.version, first, last } : undefined
}

export const lies = (inner: Range, outer: Range): boolean => inner.version === outer.version && inner.first >= outer.first && inner.last <= outer.last

/** The same addresses once each, in order, with neighbours joined. */
export const merge = (ranges: readonly Range[]): readonly Range[] => {
  const out: Range[] = []
  for (const range of ranges.toSorted((a, b) => a.version - b.version || (a.first < b.first ? -1 : 1))) {
    const before = out.at(-1)
    if (before === undefined || before.version !== range.version || range.first > before.last + 1n) out.push(range)
    else out[out.length - 1] = { ...before, last: later(before.last, range.last) }
  }
  return out
}

/** What of `range` lies in none of `others`. */
export const minus = (range: Range, others: readonly Range[]): readonly Range[] => {
  const out: Range[] = []
  let { first } = range
  for (const other of merge(others)) {
    const common = meet(range, other)
    if (common === undefined) continue
    if (common.first > first) out.push({ ...range, first, last: common.first - 1n })
    first = common.last + 1n
  }
  if (first <= range.last) out.push({ ...range, first })
  return out
}

export const count = (ranges: readonly Range[]): bigint => ranges.reduce((sum, { first, last }) => sum + last - first + 1n, 0n)

export const block = (version: Version, value: bigint, prefix: number): Range => {
  const hosts = (1n << (bitsOf(version) - BigInt(prefix))) - 1n
  return { version, first: value & ~hosts, last: value | hosts }
}

/** The fewest CIDR blocks that are exactly the range: single addresses without a prefix (RFC 4632). */
export const toCidr = (range: Range): readonly string[] => {
  const out: string[] = []
  const { version } = range
  for (let { first } = range; first <= range.last;) {
    let size = 0n
    while (size < bitsOf(version) && (first & ((2n << size) - 1n)) === 0n && first + (2n << size) - 1n <= range.last) size += 1n
    out.push(formatAddress({ version, value: first }) + (size === 0n ? '' : `/${bitsOf(version) - size}`))
    first += 1n << size
  }
  return out
}

/** For people: one address, one CIDR block, or `first-last`. */
export const formatRange = (range: Range): string => {
  const { version, first, last } = range
  const blocks = toCidr(range)
  return blocks.length === 1 ? blocks[0]! : `${formatAddress({ version, value: first })}-${formatAddress({ version, value: last })}`
}

/** IPv4-mapped IPv6 as the IPv4 that it leads to; what is mapped only in part stays, to be refused. */
export const unmapped = (range: Range): Range => {
  const whole = block(6, mapped, 96)
  return lies(range, whole) ? { version: 4, first: range.first - whole.first, last: range.last - whole.first } : range
}
