import type { Fill, Style } from 'exceljs'
import { HEAD_FILL, INK } from '../layout/theme.ts'

/** What tells one cell style from another; colours as `#RRGGBB`, size in points. */
export interface CellLook {
  readonly colour?: string
  readonly bold?: boolean
  readonly size?: number
  readonly underline?: boolean
  readonly align?: 'left' | 'center' | 'right'
  readonly middle?: boolean
  readonly noWrap?: boolean
  readonly fill?: string
  readonly format?: string
}

/** Excel writes colours as opaque ARGB. */
const argb = (colour: string): { argb: string } => ({ argb: `FF${colour.slice(1).toUpperCase()}` })
const solid = (colour: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: argb(colour) })

function makeStyle(look: CellLook): Partial<Style> {
  return {
    font: {
      name: 'Microsoft YaHei',
      size: look.size ?? 10,
      bold: look.bold ?? false,
      underline: look.underline ?? false,
      color: argb(look.colour ?? INK),
    },
    alignment: { vertical: look.middle ? 'middle' : 'top', wrapText: !look.noWrap, horizontal: look.align ?? 'left' },
    ...(look.fill === undefined ? {} : { fill: solid(look.fill) }),
    ...(look.format === undefined ? {} : { numFmt: look.format }),
  }
}

const styles = new Map<string, Partial<Style>>()
const MOST_STYLES = 2_000

/**
 * The exceljs style of a look. Equal looks give the same object: exceljs recognises styles by identity, and would
 * otherwise compare each cell's as text.
 */
export function styleOf(look: CellLook): Partial<Style> {
  const key = `${look.colour}|${look.bold}|${look.size}|${look.underline}|${look.align}|${look.middle}|${look.noWrap}|${look.fill}|${look.format}`
  const known = styles.get(key)
  if (known !== undefined) return known
  const made = makeStyle(look)
  if (styles.size >= MOST_STYLES) styles.clear()
  styles.set(key, made)
  return made
}

/** Look of a column title. */
export const headerLook = (align: 'left' | 'center' | 'right'): CellLook => ({ bold: true, fill: HEAD_FILL, align })
