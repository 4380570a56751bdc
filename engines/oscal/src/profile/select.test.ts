import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matches } from './select.ts'

describe('matches', () => {
  it('agrees with the regular expression of the same meaning', () => {
    const text = (alphabet: string): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 8 })
    fc.assert(
      fc.property(text('ab.*?'), text('ab.'), (pattern, id) => {
        const source = pattern.replaceAll('.', '\\.').replaceAll('*', '.*').replaceAll('?', '.')
        expect(matches(pattern, id)).toBe(new RegExp(`^${source}$`).test(id))
      }),
      { numRuns: 2000 },
    )
  })

  it('does not explode', () => {
    expect(matches(`${'*a'.repeat(50)}b`, 'a'.repeat(10_000))).toBe(false)
  })
})
