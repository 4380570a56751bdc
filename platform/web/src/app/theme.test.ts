import { describe, expect, it } from 'vitest'
import { paletteOf } from './palette.ts'

const channel = (hex: string): number => {
  const value = Number.parseInt(hex, 16) / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}
const luminance = (colour: string): number =>
  0.2126 * channel(colour.slice(1, 3)) + 0.7152 * channel(colour.slice(3, 5)) + 0.0722 * channel(colour.slice(5, 7))
/** Contrast ratio of WCAG 2.2. */
const contrast = (a: string, b: string): number => {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('colours of the %s appearance', (name) => {
  const p = paletteOf(name)
  it('let every text be read (4.5:1)', () => {
    const pairs = [
      ...[p.canvas, p.surface, p.sunken, p.primarySoft].flatMap((ground) => [p.text, p.muted, p.primary].map((words) => [words, ground] as const)),
      [p.onPrimary, p.primary], [p.inkText, p.ink], [p.inkMuted, p.ink], [p.inkText, p.inkRaised], [p.danger, p.surface], [p.success, p.surface], [p.warning, p.surface],
      ...p.level.map(([ground, words]) => [words, ground] as const),
    ] as const
    for (const [words, ground] of pairs) expect(contrast(words, ground), `${words} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })
  it('let the edge of a control be seen (3:1)', () => {
    for (const ground of [p.surface, p.canvas]) expect(contrast(p.border, ground), `${p.border} on ${ground}`).toBeGreaterThanOrEqual(3)
  })
})
