import { describe, expect, it } from 'vitest'
import type { Problem } from './problem.ts'
import { Tally } from './tally.ts'

const wrong = (value: string, code = 'choice', field: string | null = 'kind'): Problem => ({ field, column: 0, code, params: { value } })
const tallied = (problems: readonly Problem[]) => {
  const tally = new Tally()
  problems.forEach((problem, i) => tally.add({ action: 'error', problems: [problem], row: { line: i + 2 } }))
  return tally.summary()
}

describe('the figures of a dry run', () => {
  it('name every value of a reason with its rows, most frequent first', () => {
    const { counts, reasons, unknown } = tallied([wrong('toaster'), wrong('fridge'), wrong('fridge'), wrong('9', 'level', 'level'), wrong('oven')])
    expect(counts.error).toBe(5)
    expect(reasons).toMatchObject([
      { field: 'kind', code: 'choice', rows: 4, firstLine: 2, params: { value: 'toaster' }, said: { values: [{ value: 'fridge', rows: 2 }, { value: 'toaster', rows: 1 }, { value: 'oven', rows: 1 }], more: 0 } },
      { field: 'level', rows: 1, said: { values: [{ value: '9', rows: 1 }], more: 0 } },
    ])
    expect(unknown.map(({ field, value, rows, firstLine }) => [field, value, rows, firstLine])).toEqual([['kind', 'fridge', 2, 3], ['kind', 'toaster', 1, 2], ['level', '9', 1, 5], ['kind', 'oven', 1, 6]])
  })

  it('name thirty of many, count the others, and offer a meaning only for what has one', () => {
    const { reasons, unknown } = tallied([...Array.from({ length: 75 }, (_, i) => wrong(`x${i}`)), wrong('SN-1', 'duplicate', 'serial'), { field: 'name', column: 1, code: 'required' }])
    expect(reasons[0]!.said).toMatchObject({ more: 45 })
    expect(reasons[0]!.said!.values).toHaveLength(30)
    expect(reasons[2]).toMatchObject({ code: 'required', said: { values: [], more: 0 } })
    expect(unknown).toHaveLength(75)
  })
})
