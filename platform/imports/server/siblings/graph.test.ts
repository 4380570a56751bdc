import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderOf } from './graph.ts'

const edges = (...pairs: string[]) => pairs.map((pair) => ({ from: pair[0]!, to: pair[1]! }))

describe('the order of rows that point to one another', () => {
  it('puts what is pointed to first', () => {
    const { rank, circular } = orderOf(edges('cb', 'ba', 'ca', 'da'))
    expect(Object.fromEntries(rank)).toEqual({ a: 0, b: 1, c: 2, d: 1 })
    expect(circular.size).toBe(0)
  })

  it('finds circles, also of one, and not what leads to them or is led to', () => {
    const { rank, circular } = orderOf(edges('ab', 'bc', 'ca', 'xa', 'cy', 'zz'))
    expect([...circular].sort()).toEqual(['a', 'b', 'c', 'z'])
    expect([...rank]).toEqual([['y', 0]])
  })

  it('ranks every record above all that it points to, unless a circle is below', () => {
    const node = fc.integer({ min: 0, max: 9 }).map(String)
    fc.assert(fc.property(fc.array(fc.record({ from: node, to: node }), { maxLength: 25 }), (all) => {
      const { rank, circular } = orderOf(all)
      for (const { from, to } of all) {
        if (rank.has(from)) expect(rank.get(from)).toBeGreaterThan(rank.get(to)!)
        if (from === to) expect(circular.has(from)).toBe(true)
      }
      for (const one of circular) expect(rank.has(one)).toBe(false)
      const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
        all.some((edge) => edge.from === from && (edge.to === to || (!seen.has(edge.to) && reaches(edge.to, to, seen.add(edge.to)))))
      for (const { from } of all) if (reaches(from, from)) expect(circular.has(from)).toBe(true)
    }))
  })

  it('takes a chain of 100,000 records', () => {
    const chain = Array.from({ length: 100_000 }, (_, i) => ({ from: String(i + 1), to: String(i) }))
    expect(orderOf(chain).rank.get('100000')).toBe(100_000)
  })
})
