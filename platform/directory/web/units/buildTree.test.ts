import { describe, expect, it } from 'vitest'
import { buildTree, pathsTo, type UnitRow } from './buildTree.ts'

const row = (id: string, parent: string | null, people = 1): UnitRow => ({ id, reference: `U-${id}`, name: `Unit ${id}`, code: null, parent, head: null, people })
const rows = [row('a', null, 2), row('b', 'a'), row('c', 'b', 3), row('d', 'a', 0), row('lost', 'gone')]

describe('buildTree', () => {
  it('nests, counts people below, and keeps units whose parent is missing', () => {
    const [a, lost] = buildTree(rows)
    expect(a).toMatchObject({ id: 'a', people: 2, peopleBelow: 6, children: [{ id: 'b', peopleBelow: 4, children: [{ id: 'c' }] }, { id: 'd', peopleBelow: 0 }] })
    expect(lost).toMatchObject({ id: 'lost', children: [] })
  })
  it('opens the way to what was searched for', () => {
    const { found, open } = pathsTo(rows, 'unit C')
    expect([...found]).toEqual(['c'])
    expect([...open].toSorted()).toEqual(['a', 'b'])
    expect(pathsTo(rows, ' ').found.size).toBe(0)
  })
})
