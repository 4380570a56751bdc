import fc from 'fast-check'
import { isIPv4, isIPv6 } from 'node:net'
import { describe, expect, it } from 'vitest'
import { formatAddress, parseAddress, type Version } from './address.ts'
import { block, count, formatRange, merge, minus, toCidr, type Range } from './range.ts'

const group = fc.oneof(fc.constantFrom('0', '00', '0000', 'ffff', 'FfFf', '1', '', '12345', 'g', '0x1'), fc.nat(0xffff).map((value) => value.toString(16)))
const anyText = fc.oneof(
  fc.string(), fc.ipV4(), fc.ipV6(),
  fc.array(group, { maxLength: 9 }).map((groups) => groups.join(':')),
  fc.tuple(fc.array(group, { maxLength: 7 }), fc.ipV4()).map(([groups, tail]) => [...groups, tail].join(':')),
  fc.array(fc.oneof(fc.nat(300).map(String), fc.constantFrom('01', '0x1', '', '1e1')), { minLength: 3, maxLength: 5 }).map((parts) => parts.join('.')),
)

describe('addresses', () => {
  it('are what Node takes for addresses, without zones', () => {
    fc.assert(fc.property(anyText, (text) => {
      fc.pre(!text.includes('%'))
      expect(parseAddress(text)?.version).toBe(isIPv4(text) ? 4 : isIPv6(text) ? 6 : undefined)
    }), { numRuns: 3_000 })
  })

  it('are written as a browser writes them', () => {
    fc.assert(fc.property(fc.oneof(fc.ipV6(), fc.array(fc.constantFrom('0', '0', '1', 'ab'), { minLength: 8, maxLength: 8 }).map((groups) => groups.join(':'))), (text) => {
      expect(formatAddress(parseAddress(text)!)).toBe(new URL(`http://[${text}]`).hostname.slice(1, -1))
    }), { numRuns: 1_000 })
    fc.assert(fc.property(fc.ipV4(), (text) => {
      expect(formatAddress(parseAddress(text)!)).toBe(text)
    }))
  })

  it.each(['010.0.0.1', '0x7f.0.0.1', '2130706433', '127.1', '1.2.3.4.', '1.2.3.4 ', '１.2.3.4', '1.2.3.256', ':::', '1::2::3', '::1%lo', '[::1]', '::ffff:010.0.0.1', '::1.2.3', '1:2:3:4:5:6:7:1.2.3.4'])(
    '%s is none', (text) => expect(parseAddress(text)).toBeUndefined())
})

// Ranges within 64 addresses, so that a set of single addresses is the naive answer.
const bases: Readonly<Record<Version, bigint>> = { 4: 0xc000_0200n, 6: 0x2001_0db8n << 96n }
const range = fc.tuple(fc.constantFrom<Version>(4, 6), fc.nat(63), fc.nat(63)).map(([version, a, b]): Range => ({
  version, first: bases[version] + BigInt(Math.min(a, b)), last: bases[version] + BigInt(Math.max(a, b)),
}))
const without = (all: ReadonlySet<string>, others: ReadonlySet<string>): Set<string> => new Set([...all].filter((one) => !others.has(one)))
const set = (ranges: readonly Range[]): Set<string> => {
  const out = new Set<string>()
  for (const { version, first, last } of ranges) for (let at = first; at <= last; at += 1n) out.add(`${version}:${at}`)
  return out
}
const ofCidr = (text: string): Range => {
  const [address = '', prefix] = text.split('/')
  const { version, value } = parseAddress(address)!
  return block(version, value, Number(prefix ?? (version === 4 ? 32 : 128)))
}

describe('ranges', () => {
  it('merge, subtract and count as sets of addresses do', () => {
    fc.assert(fc.property(range, fc.array(range, { maxLength: 6 }), (one, others) => {
      const [all, cut] = [set(others), set([one])]
      expect(set(merge(others))).toEqual(all)
      expect(count(merge(others))).toBe(BigInt(all.size))
      for (const [i, { version, first }] of merge(others).entries()) {
        const before = merge(others)[i - 1]
        if (before?.version === version) expect(first).toBeGreaterThan(before.last + 1n)
      }
      expect(set(minus(one, others))).toEqual(without(cut, all))
      expect(count(minus(one, others))).toBe(BigInt(without(cut, all).size))
    }), { numRuns: 1_000 })
  })

  it('are exactly their CIDR blocks, none of which could be joined', () => {
    fc.assert(fc.property(range, (one) => {
      const blocks = toCidr(one).map(ofCidr)
      expect(count(blocks)).toBe(count([one]))
      expect(merge(blocks)).toEqual([one])
      for (const [i, next] of blocks.slice(1).entries()) {
        const size = (of: Range): bigint => count([of])
        const before = blocks[i]!
        const isJoined = size(before) === size(next) && before.first % (2n * size(before)) === 0n
        expect(isJoined).toBe(false)
      }
    }), { numRuns: 1_000 })
  })

  it('reach to the ends of both versions', () => {
    const all4 = block(4, 0n, 0)
    const all6 = block(6, 0n, 0)
    expect(toCidr(all4)).toEqual(['0.0.0.0/0'])
    expect(toCidr(all6)).toEqual(['::/0'])
    expect(count([all6])).toBe(2n ** 128n)
    expect(toCidr({ ...all6, first: 1n })).toHaveLength(128)
    expect(formatRange({ ...all4, first: 1n })).toBe('0.0.0.1-255.255.255.255')
  })
})
