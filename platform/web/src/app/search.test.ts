import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { parseSearch, stringifySearch } from './search.ts'

describe('the query of an address', () => {
  it('reads repeated keys as a list', () => {
    expect(parseSearch('?filter[value]=4&filter[value]=5&q=a+b')).toEqual({ 'filter[value]': ['4', '5'], q: 'a b' })
  })
  it('keeps brackets and colons legible and leaves out what is empty', () => {
    expect(stringifySearch({ 'filter[a]': ['x:y', '-'], q: '', sort: undefined })).toBe('?filter[a]=x:y&filter[a]=-')
    expect(stringifySearch({ q: '' })).toBe('')
  })
  it('is not misled by names of Object.prototype', () => {
    expect(parseSearch('__proto__=1&constructor=2')).toEqual(Object.assign(Object.create(null), { ['__proto__']: '1', constructor: '2' }))
    expect(({} as Record<string, unknown>)['1']).toBeUndefined()
  })
  it('gives back what was written, whatever the text', () => {
    const value = fc.string({ minLength: 1, unit: 'grapheme' }).filter((s) => s.isWellFormed())
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^[a-z][a-zA-Z]{0,8}$/), fc.oneof(value, fc.array(value, { minLength: 2, maxLength: 4 })), { noNullPrototype: true }), (search) => {
        expect({ ...parseSearch(stringifySearch(search)) }).toEqual(search)
      }),
    )
  })
})
