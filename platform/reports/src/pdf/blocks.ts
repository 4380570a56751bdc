import type { Content, TableCell } from 'pdfmake/interfaces.js'
import type { Block, Figures, KeyValues, Note, PageBreak, RichText, SideBySide } from '../model/block.ts'
import { cleanLine } from '../text/clean.ts'
import { cleanRuns } from '../text/runs.ts'
import type { Canvas } from './canvas.ts'
import { gap, lineContent, textLines, USUAL } from './canvas.ts'
import { heatMapContent } from './heat-map.ts'
import { tableContent } from './table.ts'
import { ACCENT, BODY_SIZE, MUTED, NOTE_FILL, RULE, SMALL_SIZE } from '../layout/theme.ts'

/** Running text with the space that follows it. */
export function paragraphContent(text: RichText, canvas: Canvas): Content {
  return { stack: textLines(cleanRuns(text), canvas.width, canvas, {}), margin: [0, 0, 0, gap(7, canvas)] }
}

const BULLET_INDENT = 13

function bulletContent(item: RichText, canvas: Canvas): Content {
  return {
    columns: [
      { ...Object(lineContent([{ text: '•', strong: false }], canvas, { colour: ACCENT, size: BODY_SIZE })), width: BULLET_INDENT },
      { width: canvas.width - BULLET_INDENT, stack: textLines(cleanRuns(item), canvas.width - BULLET_INDENT, canvas, {}) },
    ],
    margin: [0, 0, 0, gap(3, canvas)],
  }
}

/** Names in a narrow left column, values beside them, a thin rule under each. */
export function keyValuesContent(items: KeyValues['items'], canvas: Canvas): Content {
  const keyWidth = Math.min(150, canvas.width * (canvas.width < 300 ? 0.38 : 0.26))
  const size = canvas.setting === USUAL ? BODY_SIZE : BODY_SIZE - 1
  const valueWidth = canvas.width - keyWidth - 12
  return {
    table: {
      widths: [keyWidth, valueWidth],
      body: items.map((item) => [
        { stack: textLines([{ text: cleanLine(item.key), strong: false }], keyWidth, canvas, { size, colour: MUTED }) },
        { stack: textLines(cleanRuns(item.value), valueWidth, canvas, { size }) },
      ]),
    },
    layout: {
      hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? 0 : 0.5),
      hLineColor: RULE,
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : 12),
      paddingRight: () => 0,
      paddingTop: () => gap(3, canvas),
      paddingBottom: () => gap(3, canvas),
    },
    margin: [0, 0, 0, gap(9, canvas)],
  }
}

function noteContent(note: Note, canvas: Canvas): Content {
  const runs = [{ text: `${canvas.cells.messages.note}  `, strong: true }, ...cleanRuns(note.text)]
  return {
    table: {
      widths: [canvas.width - 22],
      body: [[{ stack: textLines(runs, canvas.width - 22, canvas, { size: BODY_SIZE - 0.5 }), fillColor: NOTE_FILL }]],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (line) => (line === 0 ? 2.5 : 0),
      vLineColor: ACCENT,
      paddingLeft: () => 10,
      paddingRight: () => 9.5,
      paddingTop: () => gap(6, canvas),
      paddingBottom: () => gap(6, canvas),
    },
    margin: [0, gap(2, canvas), 0, gap(10, canvas)],
  }
}

const FIGURE_SIZE = 15

/** Figures in a row of one width, each over what it counts. */
function figuresContent({ items }: Figures, canvas: Canvas): Content {
  const inner = canvas.width / items.length - 16
  const stackOf = ({ label, value, note }: Figures['items'][number]): Content => ({
    stack: [
      ...textLines([{ text: cleanLine(value), strong: true }], inner, canvas, { size: FIGURE_SIZE, colour: ACCENT }),
      ...textLines([{ text: cleanLine(label), strong: false }], inner, canvas, { size: 8.5 }),
      ...(note === undefined ? [] : textLines([{ text: cleanLine(note), strong: false }], inner, canvas, { size: SMALL_SIZE, colour: MUTED })),
    ],
    fillColor: NOTE_FILL,
  })
  return {
    table: { widths: items.map(() => inner), body: [items.map((item) => stackOf(item) as TableCell)] },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (line) => (line === 0 || line === items.length ? 0 : 3),
      vLineColor: '#FFFFFF',
      paddingLeft: () => 7,
      paddingRight: () => 6,
      paddingTop: () => gap(5, canvas),
      paddingBottom: () => gap(6, canvas),
    },
    margin: [0, gap(2, canvas), 0, gap(9, canvas)],
  }
}

const GUTTER = 16

function sideBySideContent({ columns }: SideBySide, canvas: Canvas): Content {
  const width = (canvas.width - GUTTER * (columns.length - 1)) / columns.length
  const within = { ...canvas, width }
  return { columns: columns.map((blocks) => ({ width, stack: blocks.flatMap((block) => blockContent(block, within)) })), columnGap: GUTTER }
}

/** The pdfmake nodes of one block; a page break is set on what follows it (`document.ts`). */
export function blockContent(block: Exclude<Block, PageBreak>, canvas: Canvas): Content[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraphContent(block.text, canvas)]
    case 'bullets':
      return [{ stack: block.items.map((item) => bulletContent(item, canvas)), margin: [0, 0, 0, gap(5, canvas)] }]
    case 'key-values':
      return block.items.length === 0 ? [] : [keyValuesContent(block.items, canvas)]
    case 'note':
      return [noteContent(block, canvas)]
    case 'heat-map':
      return [heatMapContent(block, canvas)]
    case 'table':
      return tableContent(block, canvas)
    case 'figures':
      return [figuresContent(block, canvas)]
    case 'side-by-side':
      return [sideBySideContent(block, canvas)]
  }
}
