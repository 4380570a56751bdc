import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesOf } from './diff.ts'

const state = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.array(fc.integer(), { maxLength: 3 })))

describe('changesOf', () => {
  it('names exactly the fields whose values differ', () => {
    const before = { name: 'Router', level: 3, tags: ['a'], note: null, cost: { minor: 100, currency: 'CNY' } }
    const after = { name: 'Core router', level: 3, tags: ['a', 'b'], note: null, cost: { currency: 'CNY', minor: 100 } }
    expect(changesOf(before, after)).toEqual([
      { field: 'name', before: 'Router', after: 'Core router' },
      { field: 'tags', before: ['a'], after: ['a', 'b'] },
    ])
  })

  it('keeps the order of the noun and shows of a new record only what was filled in', () => {
    expect(changesOf(null, { z: 1, level: null, tags: [], a: 2 }, ['a', 'z'])).toEqual([
      { field: 'a', before: null, after: 2 },
      { field: 'z', before: null, after: 1 },
    ])
  })

  it('tells zero, false and the empty text from a value that is not given', () => {
    expect(changesOf({ n: null, b: null, t: null }, { n: 0, b: false, t: '' }).map((c) => c.field)).toEqual(['n', 'b', 't'])
  })

  it('turns the first state into the second and is empty only between equal states', () => {
    fc.assert(fc.property(state, state, (before, after) => {
      const patched: Record<string, unknown> = { ...before }
      for (const change of changesOf(before, after)) patched[change.field] = change.after
      expect(changesOf(patched, after)).toEqual([])
      expect(changesOf(before, before)).toEqual([])
      for (const change of changesOf(before, after)) expect(change.before).not.toEqual(change.after)
    }))
  })
})
