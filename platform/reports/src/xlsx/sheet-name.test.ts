import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sheetNamer } from './sheet-name.ts'

it('gives names that Excel allows, each once, whatever is wanted', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 30 }), (wanted) => {
      const nameOf = sheetNamer('Table')
      const names = wanted.map(nameOf)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
      for (const name of names) {
        expect(name.length).toBeGreaterThan(0)
        expect(name.length).toBeLessThanOrEqual(31)
        expect(name).not.toMatch(/[:\\/?*[\]]|^'|'$/)
        expect(name.isWellFormed()).toBe(true)
      }
    }),
  )
})

it('keeps what can be kept', () => {
  const nameOf = sheetNamer('Table')
  expect([nameOf('附录 A 控制'), nameOf('附录 A 控制'), nameOf('a/b: [c]'), nameOf('?'), nameOf('History')]).toEqual([
    '附录 A 控制',
    '附录 A 控制 (2)',
    'a b c',
    'Table',
    'Table (2)',
  ])
})
