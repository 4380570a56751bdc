import type { Locale, Text } from '@heng/contract'
import { TONES, type Level } from '@heng/reports'

interface Step {
  readonly value: number
  readonly title: Text
}

const ramp = [TONES.veryLow, TONES.low, TONES.moderate, TONES.high, TONES.veryHigh] as const

/** The levels of a method as a scale of a report: the highest has the strongest fill, whatever their number. Key `-` is a field of the matrix that no level belongs to. */
export const riskScale = (levels: readonly Step[], locale: Locale): Level[] => {
  const span = Math.max(1, levels.length - 1)
  return [
    ...levels.map(({ value, title }, i) => ({ key: String(value), title: title[locale], colour: ramp[Math.round((i / span) * (ramp.length - 1))]! })),
    { key: '-', title: '–', colour: TONES.none },
  ]
}

/** The upper two levels of a method of four or more, the highest of a shorter one. */
export const highLevels = (levels: readonly Step[]): readonly Step[] => levels.toSorted((a, b) => a.value - b.value).slice(levels.length >= 4 ? -2 : -1)
