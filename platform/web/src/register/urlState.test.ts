import { listQuery } from '@heng/contract'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearch, stringifySearch } from '../app/search.ts'
import { listInput, nextSort, readListState, writeListState, type ListState } from './urlState.ts'

const state = (patch: Partial<ListState> = {}): ListState => ({ q: '', filter: {}, sort: undefined, archived: 'active', open: undefined, ...patch })

describe('state of a register in the address', () => {
  it('reads filters written once, several times and with indices', () => {
    expect(readListState(parseSearch('filter[value]=4&filter[owner][]=a&filter[owner][]=b&filter[unit][0]=c')).filter).toEqual({ value: ['4'], owner: ['a', 'b'], unit: ['c'] })
  })
  it('ignores what is no filter and what nobody knows', () => {
    expect(readListState(parseSearch('filter[__proto__]=1&filter[a b]=2&filter=3&archived=maybe&filter[x]='))).toEqual(state())
  })
  it('keeps the keys of others and drops its own when they are empty', () => {
    expect(writeListState({ view: 'mine', q: 'old', 'filter[value]': '4', 'filter[value][1]': '5' }, state({ sort: '-name' }))).toEqual({ view: 'mine', sort: '-name' })
  })
  it('comes back unchanged through the address', () => {
    const text = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((s) => s.isWellFormed())
    const states = fc.record({
      q: fc.oneof(fc.constant(''), text),
      filter: fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z0-9]{0,10}$/), fc.array(text, { minLength: 1, maxLength: 3 }), { noNullPrototype: true }),
      sort: fc.option(fc.stringMatching(/^-?[a-z]{1,9}$/), { nil: undefined }),
      archived: fc.constantFrom('active' as const, 'archived' as const, 'all' as const),
      open: fc.option(fc.uuid(), { nil: undefined }),
    })
    fc.assert(
      fc.property(states, (one) => {
        expect(readListState(parseSearch(stringifySearch(writeListState({}, one))))).toEqual(one)
      }),
    )
  })
  it('becomes a query that the contract accepts', () => {
    const input = listInput(state({ q: ' 服务器 ', filter: { value: ['4', '-'], name: ['a'] }, sort: '-value', archived: 'all', open: 'x' }))
    expect(listQuery.parse(input)).toEqual({ q: '服务器', filter: { value: ['4', '-'], name: 'a' }, sort: '-value', archived: 'all' })
    expect(listInput(state())).toEqual({})
  })
  it('turns the order of a column: up, down, none', () => {
    expect([nextSort(undefined, 'a'), nextSort('a', 'a'), nextSort('-a', 'a'), nextSort('-b', 'a')]).toEqual(['a', '-a', undefined, 'a'])
  })
})
