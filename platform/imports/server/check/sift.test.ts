import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sift } from './sift.ts'

class Refusal extends Error {}
const known = (error: unknown) => error instanceof Refusal

describe('sift', () => {
  it('finds exactly those that fail alone, in few attempts', async () => {
    await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat(999), { maxLength: 20 }), async (bad) => {
      let attempts = 0
      const items = Array.from({ length: 1_000 }, (_, i) => i)
      const refused = await sift(items, async (some) => {
        attempts += 1
        if (some.some((item) => bad.includes(item))) throw new Refusal()
      }, known)
      expect([...refused.keys()].toSorted((a, b) => a - b)).toEqual(bad.toSorted((a, b) => a - b))
      expect(attempts).toBeLessThanOrEqual(3 + bad.length * 22)
    }), { numRuns: 60 })
  })

  it('parts those that only fail together by refusing the later ones', async () => {
    const refused = await sift(['a1', 'b1', 'a2', 'c', 'a3'], async (some) => {
      if (some.filter((item) => item.startsWith('a')).length > 1) throw new Refusal()
    }, known)
    expect([...refused.keys()]).toEqual(['a2', 'a3'])
  })

  it('ends even when every set fails', async () => {
    expect((await sift([1, 2, 3], async () => Promise.reject(new Refusal()), known)).size).toBe(3)
    expect((await sift([], async () => Promise.reject(new Refusal()), known)).size).toBe(0)
    const many = Array.from({ length: 100 }, (_, i) => i)
    const refused = await sift(many, async (some) => {
      if (some.length > 3) throw new Refusal()
    }, known)
    expect(100 - refused.size).toBeLessThanOrEqual(3)
  })

  it('passes on errors that it does not know', async () => {
    await expect(sift([1], async () => Promise.reject(new Error('disk full')), known)).rejects.toThrow('disk full')
  })
})
