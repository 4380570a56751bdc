import { describe, expect, it } from 'vitest'
import { tableOf, widthOf } from './table.ts'

describe('tableOf', () => {
  it('lines columns up whatever the script, names what ids stand for, and leaves machine fields out', () => {
    const answer = {
      items: [
        { id: '1', reference: 'A-0001', name: '客户数据库', owner: 'p1', value: 5, version: 3, note: null },
        { id: '2', reference: 'A-0002', name: 'Mail', owner: null, value: null, version: 1, note: null },
      ],
      labels: { p1: { text: '王芳', reference: 'P-0001' } },
    }
    const lines = tableOf(answer, 100).split('\n')
    expect(lines).toEqual([
      'reference  name        owner  value',
      '─────────  ──────────  ─────  ─────',
      'A-0001     客户数据库  王芳   5',
      'A-0002     Mail        –      –',
    ])
    expect(new Set(lines.slice(2).map((line) => widthOf(line.slice(0, line.lastIndexOf(' ') + 1)))).size).toBe(1)
  })

  it('names the first of many records and says how many more there are', () => {
    const many = (count: number, ...first: string[]) => ({ count, first })
    const answer = { items: [{ reference: 'R-1', assets: many(9, 'a'), none: many(0) }, { reference: 'R-2', assets: many(1, 'a'), none: many(0) }], labels: { a: { text: 'Mail', reference: 'A-1' } } }
    expect(tableOf(answer, 60).split('\n').map((line) => line.trim())).toEqual(['reference  assets', '─────────  ───────', 'R-1        Mail +8', 'R-2        Mail'])
  })

  it('drops columns that do not fit, cuts long texts, and says – to nothing', () => {
    const wide = { items: [{ reference: 'A', name: 'x'.repeat(80), owner: 'y'.repeat(30), type: 'z' }] }
    expect(tableOf(wide, 60).split('\n')[0]).toBe(`reference  name`)
    expect(tableOf(wide, 60)).toContain('…')
    expect(tableOf({ items: [] }, 80)).toBe('–')
    expect(tableOf({ slug: 'acme', cost: { minor: 1250, currency: 'CNY' } }, 80)).toBe('slug  acme\ncost  12.50 CNY')
  })
})
