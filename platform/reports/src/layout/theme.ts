/** Colours and sizes of PDF and DOCX. Sizes in points. */
export const INK = '#1B2733'
export const MUTED = '#64707D'
export const ACCENT = '#2B5672'
export const RULE = '#D3D9DF'
export const HEAD_FILL = '#E9EEF2'
export const NOTE_FILL = '#F4F6F8'

export const BODY_SIZE = 9.5
export const SMALL_SIZE = 7.5
export const TITLE_SIZE = 21
export const HEADING_SIZES = { 1: 14, 2: 11.5, 3: 10 } as const

/** Sizes that a report of a set number of pages tries one after another, as parts of the usual ones; the last leaves table text of 6.3 points. */
export const CLOSE_SCALES = [0.9, 0.86, 0.82, 0.78, 0.74] as const

/** Size of table text: the more columns, the smaller. */
export function tableSize(columns: number): number {
  if (columns <= 5) return 8.5
  return columns <= 9 ? 8 : 7
}
