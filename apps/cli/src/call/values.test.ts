import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { merge, put, takeDotted } from './values.ts'

describe('takeDotted', () => {
  it('takes values inside objects out of the arguments, several of one name as a list', () => {
    expect(takeDotted(['asset', 'list', '--filter.tier=a', '--limit', '3', '--filter.tier', 'b', '--filter.value=3..'])).toEqual({
      rest: ['asset', 'list', '--limit', '3'], dotted: { filter: { tier: ['a', 'b'], value: '3..' } },
    })
  })
})

describe('put and merge', () => {
  it('reach no prototype, whatever a key is called', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('__proto__', 'constructor', 'prototype', 'a'), { minLength: 1, maxLength: 4 }), (path) => {
      const target = {}
      put(target, path, 'x')
      merge({}, JSON.parse(`{"__proto__":{"polluted":1}}`) as Record<string, unknown>)
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
      expect(({} as Record<string, unknown>)['a']).toBeUndefined()
      expect(Object.keys(target)).toEqual([path[0]])
    }))
  })
})
