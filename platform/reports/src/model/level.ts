/** One step of a scale, for example of risk levels or of implementation states. */
export interface Level {
  readonly key: string
  /** Printed name: colour never stands alone. */
  readonly title: string
  /** Fill, `#RRGGBB`; `TONES` has a muted set that reads well in print. */
  readonly colour: string
}

/** Muted fills from calm to severe, told apart also in greyscale; text on them is dark. */
export const TONES = Object.freeze({
  none: '#EEF1F4',
  veryLow: '#DCEBE3',
  low: '#E7EFCB',
  moderate: '#F8E7AE',
  high: '#F2C497',
  veryHigh: '#E39C90',
})

/**
 * Text colour for a fill `#RRGGBB`: at least 4.5 : 1 on any fill (relative luminance, WCAG 2.2, 1.4.3).
 */
export function inkOn(fill: string): string {
  const channel = (offset: number): number => {
    const value = Number.parseInt(fill.slice(offset, offset + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const luminance = 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
  if (luminance > 0.24) return '#16202B'
  return luminance > 0.179 ? '#000000' : '#FFFFFF'
}
