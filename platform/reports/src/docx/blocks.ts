import { BorderStyle, PageBreak, Paragraph, Table, TableLayoutType, TableRow, WidthType } from 'docx'
import type { FileChild } from 'docx'
import { ACCENT, MUTED, NOTE_FILL } from '../layout/theme.ts'
import type { Block, Figures, KeyValues, Note, RichText } from '../model/block.ts'
import type { CellContext } from '../text/cell.ts'
import { cleanLine } from '../text/clean.ts'
import { cleanRuns } from '../text/runs.ts'
import { ruledBorders, wordCell } from './cells.ts'
import { heatMapChildren } from './heat-map.ts'
import { tableChildren } from './table.ts'
import { BULLETS } from './styles.ts'
import { twips, wordColour, wordParagraph } from './text.ts'

/** Running text with the space that follows it. */
export function paragraphChild(text: RichText): Paragraph {
  return wordParagraph(cleanRuns(text), {}, { spacing: { after: twips(7) } })
}

/** Names on the left, values beside them. `width` in points. */
export function keyValuesChildren(items: KeyValues['items'], width: number): FileChild[] {
  if (items.length === 0) return []
  const keyWidth = Math.min(150, width * 0.26)
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: twips(width), type: WidthType.DXA },
      columnWidths: [twips(keyWidth), twips(width - keyWidth)],
      borders: ruledBorders(false),
      margins: { left: 0, right: twips(6), top: twips(2.5), bottom: twips(2.5), marginUnitType: WidthType.DXA },
      rows: items.map(
        (item) =>
          new TableRow({
            children: [
              wordCell([[{ text: cleanLine(item.key), strong: false }]], { width: keyWidth, colour: MUTED }),
              wordCell([cleanRuns(item.value)], { width: width - keyWidth }),
            ],
          }),
      ),
    }),
    new Paragraph({ spacing: { after: twips(4) } }),
  ]
}

function noteChild(note: Note, context: CellContext): Paragraph {
  const runs = [{ text: `${context.messages.note}  `, strong: true }, ...cleanRuns(note.text)]
  return wordParagraph(
    runs,
    {},
    {
      spacing: { before: twips(4), after: twips(10) },
      indent: { left: twips(10), right: twips(6) },
      shading: { fill: wordColour(NOTE_FILL) },
      border: { left: { style: BorderStyle.SINGLE, size: 20, color: wordColour(ACCENT), space: 6 } },
    },
  )
}

/** Figures in a row, each over what it counts. */
function figuresTable({ items }: Figures, width: number): Table {
  const each = width / items.length
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twips(width), type: WidthType.DXA },
    columnWidths: items.map(() => twips(each)),
    borders: ruledBorders(false),
    margins: { left: twips(4), right: twips(4), top: twips(3), bottom: twips(3), marginUnitType: WidthType.DXA },
    rows: [
      new TableRow({
        cantSplit: true,
        children: items.map(({ label, value, note }) =>
          wordCell([[{ text: cleanLine(value), strong: true }], [{ text: cleanLine(label), strong: false }], ...(note === undefined ? [] : [[{ text: cleanLine(note), strong: false }]])], { width: each, fill: NOTE_FILL }),
        ),
      }),
    ],
  })
}

/** The Word paragraphs and tables of one block. `width` in points. */
export function blockChildren(block: Block, width: number, context: CellContext): FileChild[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraphChild(block.text)]
    case 'bullets':
      return block.items.map((item) =>
        wordParagraph(cleanRuns(item), {}, { numbering: { reference: BULLETS, level: 0 }, spacing: { after: twips(3) } }),
      )
    case 'key-values':
      return keyValuesChildren(block.items, width)
    case 'note':
      return [noteChild(block, context)]
    case 'heat-map':
      return heatMapChildren(block, width, context)
    case 'table':
      return tableChildren(block, width, context)
    case 'figures':
      return [figuresTable(block, width), new Paragraph({ spacing: { after: twips(4) } })]
    case 'side-by-side':
      return block.columns.flat().flatMap((one) => blockChildren(one, width, context))
    case 'page-break':
      return [new Paragraph({ children: [new PageBreak()] })]
  }
}
