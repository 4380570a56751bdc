import { describe, expect, it } from 'vitest'
import type { Mapping, MatchKey } from '../../contract/index.ts'
import { device } from '../../testing/device.ts'
import { asked, examplesOf, fieldOf, following, uncovered, withDefault, withField, withMeaning } from './draft.ts'

const mapping: Mapping = {
  columns: [{ column: 0, field: 'name' }, { column: 2, field: 'serial' }], matchBy: ['serial'], onMatch: 'update', onMissing: 'create', keepEmpty: true, defaults: {}, valueMaps: {},
}
const keys: MatchKey[] = [{ fields: ['serial'], unique: true, title: null }, { fields: ['own'], unique: false, title: { en: 'Own', 'zh-CN': '自有' } }]

describe('the draft of a mapping', () => {
  it('gives a field to one column at a time', () => {
    const next = withField(mapping, 1, 'name', keys)
    expect(next.columns).toEqual([{ column: 1, field: 'name' }, { column: 2, field: 'serial' }])
    expect(fieldOf(next, 0)).toBeUndefined()
    expect(next.matchBy).toEqual(['serial'])
  })

  it('gives up a key whose column is gone, and keeps one of the room', () => {
    expect(withField(mapping, 2, null, keys).matchBy).toEqual([])
    expect(withField({ ...mapping, matchBy: ['own'] }, 2, null, keys).matchBy).toEqual(['own'])
  })

  it('names required fields without a column, unless nothing is created', () => {
    const fields = Object.keys(device.fields)
    expect(uncovered(mapping, device.fields, fields, [])).toEqual(['kind'])
    expect(uncovered(withDefault(mapping, 'kind', 'server'), device.fields, fields, [])).toEqual(['kind'])
    expect(uncovered({ ...mapping, onMissing: 'skip' }, device.fields, fields, [])).toEqual([])
  })

  it('does not ask for what follows from a column, and asks first for what a value would follow from', () => {
    const fields = Object.keys(device.fields)
    const implied = [{ field: 'kind', from: 'maker' }]
    expect(asked(uncovered(mapping, device.fields, fields, implied), implied)).toEqual(['maker', 'kind'])
    const withMaker = withField(mapping, 1, 'maker', keys)
    expect(uncovered(withMaker, device.fields, fields, implied)).toEqual([])
    expect(following(withMaker, implied)).toEqual(implied)
  })

  it('keeps and forgets defaults and meanings', () => {
    expect(withDefault(withDefault(mapping, 'kind', 'server'), 'kind', undefined)).toEqual(mapping)
    const said = withMeaning(mapping, 'kind', '服务机', 'server')
    expect(said.valueMaps).toEqual({ kind: { 服务机: 'server' } })
    expect(withMeaning(said, 'kind', '服务机', undefined)).toEqual(mapping)
  })

  it('shows different examples', () => {
    expect(examplesOf([['a'], ['a'], [' '], ['b'], []], 0)).toEqual(['a', 'b'])
  })
})
