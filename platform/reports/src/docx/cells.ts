import { AlignmentType, BorderStyle, ShadingType, TableCell, WidthType } from 'docx'
import type { IBorderOptions, ITableCellOptions, ITableOptions } from 'docx'
import { RULE } from '../layout/theme.ts'
import type { CleanRun } from '../text/runs.ts'
import type { RunLook } from './text.ts'
import { twips, wordColour, wordParagraph } from './text.ts'

const NONE: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const RULED: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: wordColour(RULE) }
const STRONG: IBorderOptions = { style: BorderStyle.SINGLE, size: 8, color: '9AA7B3' }

/** Only horizontal rules, as in the PDF; `framed` closes the table above and below. */
export function ruledBorders(framed: boolean): NonNullable<ITableOptions['borders']> {
  const edge = framed ? STRONG : NONE
  return { top: edge, bottom: edge, left: NONE, right: NONE, insideHorizontal: RULED, insideVertical: NONE }
}

export interface CellLook extends RunLook {
  /** Points. */
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
  /** `#RRGGBB`. */
  readonly fill?: string
  /** Stay on the page of the next row. */
  readonly keepNext?: boolean
}

const ALIGNMENTS = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const

/** A Word table cell of fixed width with one paragraph per entry. */
export function wordCell(paragraphs: readonly (readonly CleanRun[])[], look: CellLook, more: Partial<ITableCellOptions> = {}): TableCell {
  return new TableCell({
    ...more,
    width: { size: twips(look.width), type: WidthType.DXA },
    ...(look.fill === undefined ? {} : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: wordColour(look.fill) } }),
    children: paragraphs.map((runs) =>
      wordParagraph(runs, look, {
        style: 'TableText',
        alignment: ALIGNMENTS[look.align ?? 'left'],
        ...(look.keepNext ? { keepNext: true } : {}),
      }),
    ),
  })
}
