import { expect, it } from 'vitest'
import type { ShownCell } from '../text/cell.ts'
import { tableWidths } from './table-widths.ts'
import type { TextMeasure } from './wrap.ts'

/** Ten points an em: 5 a letter, 6 in bold. */
const measure: TextMeasure = { size: 10, widthOf: (_character, strong) => (strong ? 600 : 500) }
const shown = (text: string): ShownCell => ({ text, notAssessed: false })
const columns = [
  { key: 'note', title: 'Note', weight: 9 },
  { key: 'cost', title: 'Cost', weight: 1 },
]

it('keeps the longest word of a light column whole, and the bold one of its totals', () => {
  const rows = [[shown('word '.repeat(60)), shown('1,162,500')]]
  expect(tableWidths(columns, rows, [], 300, measure)[1]).toBeCloseTo(46)
  expect(tableWidths(columns, rows, [[shown('Total'), shown('1,162,500')]], 300, measure)[1]).toBeCloseTo(55)
})

it('does not let one endless word take the table', () => {
  const [note = 0, cost = 0] = tableWidths(columns, [[shown('ab '.repeat(50)), shown('x'.repeat(500))]], [], 300, measure)
  expect(cost).toBeLessThanOrEqual(190)
  expect(note + cost).toBeCloseTo(300)
})
