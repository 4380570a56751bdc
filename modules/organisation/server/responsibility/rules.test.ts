import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { letters, type Assignment } from '../../contract/responsibility.ts'
import { problemsOf, refusalOf, withLetter } from './rules.ts'

const holders = ['role:ismsManager', 'role:topManagement', 'role:employee', 'person:00000000-0000-4000-8000-000000000001']
const step = fc.record({ holder: fc.constantFrom(...holders), letter: fc.option(fc.constantFrom(...letters)) })

describe('withLetter', () => {
  it('keeps every row allowed, whatever is clicked', () => {
    fc.assert(fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let row: Assignment[] = []
      for (const { holder, letter } of steps) {
        row = withLetter(row, holder, letter)
        expect(refusalOf(row)).toBeUndefined()
        expect(row.find((one) => one.holder === holder)?.letter ?? null).toBe(letter)
      }
    }))
  })
  it('moves accountability and leaves the doing', () => {
    const row: Assignment[] = [{ holder: holders[0]!, letter: 'AR' }, { holder: holders[2]!, letter: 'I' }]
    expect(withLetter(row, holders[1]!, 'A')).toEqual([{ holder: holders[0], letter: 'R' }, { holder: holders[2], letter: 'I' }, { holder: holders[1], letter: 'A' }])
    expect(withLetter([{ holder: holders[0]!, letter: 'A' }], holders[1]!, 'AR')).toEqual([{ holder: holders[1], letter: 'AR' }])
    expect(withLetter(row, holders[0]!, null)).toEqual([row[1]])
  })
})

it('refuses two accountable and double cells, and says what is missing', () => {
  expect(refusalOf([{ holder: holders[0]!, letter: 'A' }, { holder: holders[1]!, letter: 'AR' }])).toBe('organisation.raciAccountable')
  expect(refusalOf([{ holder: holders[0]!, letter: 'A' }, { holder: holders[0]!, letter: 'R' }])).toBe('organisation.raciTwice')
  expect(problemsOf([], new Set())).toEqual(['noAccountable', 'noResponsible'])
  expect(problemsOf([{ holder: holders[0]!, letter: 'AR' }], new Set())).toEqual([])
  expect(problemsOf([{ holder: holders[3]!, letter: 'AR' }], new Set())).toEqual(['unknownPerson'])
})
