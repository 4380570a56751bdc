import { describe, expect, it } from 'vitest'
import { columnsOf, isPart, partOf } from './PartTable.tsx'
import { todayIn } from './DueText.tsx'

describe('parts of a snapshot', () => {
  it('are rows of a noun or plain rows, nothing else', () => {
    expect([[{ a: 1 }], { noun: 'risk', rows: [{ a: 1 }] }].map(isPart)).toEqual([true, true])
    expect([[], ['a'], [{ a: 1 }, 2], { noun: 'risk' }, { a: 1 }, null, 'x'].map(isPart)).toEqual([false, false, false, false, false, false, false])
    expect(partOf({ noun: 'risk', rows: [{ a: 1 }] })).toEqual({ noun: 'risk', rows: [{ a: 1 }] })
  })

  it('show reference first, then the fields of the noun in order, then the rest, never ids', () => {
    expect(columnsOf([{ id: '1', owner: 'x', name: 'a' }, { extra: 1, reference: 'R-1', name: 'b' }], ['name', 'level', 'owner'])).toEqual(['reference', 'name', 'owner', 'extra'])
  })
})

describe('todayIn', () => {
  it('is the day there', () => {
    const now = new Date('2026-03-01T23:30:00Z')
    expect([todayIn('Asia/Shanghai', now), todayIn('UTC', now)]).toEqual(['2026-03-02', '2026-03-01'])
  })
})
