import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inkOn } from './level.ts'

function luminance(colour: string): number {
  const parts = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (parts[0] ?? 0) + 0.7152 * (parts[1] ?? 0) + 0.0722 * (parts[2] ?? 0)
}

it('finds a text colour of at least 4.5 : 1 on any fill', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
      const fill = `#${number.toString(16).padStart(6, '0')}`
      const [light, dark] = [luminance(fill), luminance(inkOn(fill))].sort((left, right) => right - left)
      expect(((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)).toBeGreaterThanOrEqual(4.5)
    }),
    { numRuns: 2_000 },
  )
})
