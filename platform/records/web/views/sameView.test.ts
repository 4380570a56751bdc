import { describe, expect, it } from 'vitest'
import { isSameColumns, isSameQuery } from './sameView.ts'

describe('a view and the list', () => {
  it('are the same whatever the form of the query', () => {
    expect(isSameQuery({ filter: { b: 'x', a: ['1', '2'] }, archived: 'active' }, { filter: { a: ['1', '2'], b: ['x'] } })).toBe(true)
    expect(isSameQuery({}, { q: '', filter: {} })).toBe(true)
    expect(isSameQuery({ sort: 'name' }, { sort: '-name' })).toBe(false)
    expect(isSameQuery({ filter: { a: ['1'] } }, { filter: { a: ['1', '2'] } })).toBe(false)
    expect(isSameQuery({ archived: 'all' }, {})).toBe(false)
  })

  it('compare columns only where the view keeps them', () => {
    expect(isSameColumns(null, ['name'])).toBe(true)
    expect(isSameColumns(['name', 'owner'], ['owner', 'name'])).toBe(true)
    expect(isSameColumns(['name'], ['name', 'owner'])).toBe(false)
  })
})
