import { describe, expect, it } from 'vitest'
import { sampleSoa } from '../testing/sample/soa.ts'
import type { Cell, Column } from '../model/table.ts'
import { NOT_ASSESSED } from '../model/table.ts'
import { alignOf, cellContext, showCell } from './cell.ts'

const en = cellContext(sampleSoa('en', 1))
const zh = cellContext(sampleSoa('zh-CN', 1))
const shownIn = (context: typeof en, cell: Cell | undefined, column: Partial<Column> = {}): string =>
  showCell(cell, { key: 'k', title: 'K', ...column }, context).text

describe('showCell', () => {
  it('tells not assessed from zero and from empty', () => {
    expect([NOT_ASSESSED, 0, null, undefined].map((cell) => shownIn(en, cell, { kind: 'number' }))).toEqual(['Not assessed', '0', '', ''])
    expect(shownIn(zh, NOT_ASSESSED, { kind: 'level', scale: 'risk' })).toBe('未评估')
  })

  it('prints each kind', () => {
    expect(shownIn(zh, true, { kind: 'boolean' })).toBe('是')
    expect(shownIn(en, false, { kind: 'boolean' })).toBe('No')
    expect(shownIn(en, 1234567.891, { kind: 'number', digits: 2 })).toBe('1,234,567.89')
    expect(shownIn(en, { minor: 123_456, currency: 'CNY' }, { kind: 'money' })).toBe('CNY\u00A01,234.56')
    expect(shownIn(en, { minor: 5, currency: 'JPY' }, { kind: 'money' })).toBe('JPY\u00A05')
    expect(shownIn(en, '2026-11-22T07:43:00Z', { kind: 'date' })).toBe('2026-11-22 15:43')
    expect(shownIn(zh, 'high', { kind: 'level', scale: 'risk' })).toBe('高')
  })

  it('prints a value of the wrong kind as it is', () => {
    expect(shownIn(en, 'n/a', { kind: 'number' })).toBe('n/a')
    expect(shownIn(en, 'huge', { kind: 'level', scale: 'risk' })).toBe('huge')
    expect(shownIn(en, 'soon', { kind: 'date' })).toBe('soon')
  })

  it('keeps a safe link and drops another, never the words', () => {
    const column: Column = { key: 'k', title: 'K' }
    expect(showCell({ value: 'here', link: 'https://example.org/' }, column, en)).toMatchObject({
      text: 'here',
      link: 'https://example.org/',
    })
    expect(showCell({ value: 'here', link: 'javascript:alert(1)' }, column, en)).toMatchObject({ text: 'here', link: undefined })
  })

  it('says how much of an overlong text was cut', () => {
    const text = shownIn(en, 'x'.repeat(40_000))
    expect(text.length).toBeLessThanOrEqual(32_767)
    expect(text).toMatch(/… \(shortened, 40000 characters\)$/)
  })

  it('aligns numbers and money to the right', () => {
    const kinds = ['text', 'number', 'money', 'date'] as const
    expect(kinds.map((kind) => alignOf({ key: 'k', title: 'K', kind }))).toEqual(['left', 'right', 'right', 'left'])
  })
})
