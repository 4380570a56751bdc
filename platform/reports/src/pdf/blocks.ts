import type { Content } from 'pdfmake/interfaces.js'
import type { Block, KeyValues, Note, PageBreak, RichText } from '../model/block.ts'
import { cleanLine } from '../text/clean.ts'
import { cleanRuns } from '../text/runs.ts'
import type { Canvas } from './canvas.ts'
import { lineContent, textLines } from './canvas.ts'
import { heatMapContent } from './heat-map.ts'
import { tableContent } from './table.ts'
import { ACCENT, BODY_SIZE, MUTED, NOTE_FILL, RULE } from '../layout/theme.ts'

/** Running text with the space that follows it. */
export function paragraphContent(text: RichText, canvas: Canvas): Content {
  return { stack: textLines(cleanRuns(text), canvas.width, canvas, {}), margin: [0, 0, 0, 7] }
}

const BULLET_INDENT = 13

function bulletContent(item: RichText, canvas: Canvas): Content {
  return {
    columns: [
      { ...Object(lineContent([{ text: '•', strong: false }], canvas, { colour: ACCENT, size: BODY_SIZE })), width: BULLET_INDENT },
      { width: canvas.width - BULLET_INDENT, stack: textLines(cleanRuns(item), canvas.width - BULLET_INDENT, canvas, {}) },
    ],
    margin: [0, 0, 0, 3],
  }
}

/** Names in a narrow left column, values beside them, a thin rule under each. */
export function keyValuesContent(items: KeyValues['items'], canvas: Canvas): Content {
  const keyWidth = Math.min(150, canvas.width * 0.26)
  const valueWidth = canvas.width - keyWidth - 12
  return {
    table: {
      widths: [keyWidth, valueWidth],
      body: items.map((item) => [
        { stack: textLines([{ text: cleanLine(item.key), strong: false }], keyWidth, canvas, { colour: MUTED }) },
        { stack: textLines(cleanRuns(item.value), valueWidth, canvas, {}) },
      ]),
    },
    layout: {
      hLineWidth: (line, node) => (line === 0 || line === node.table.body.length ? 0 : 0.5),
      hLineColor: RULE,
      vLineWidth: () => 0,
      paddingLeft: (column) => (column === 0 ? 0 : 12),
      paddingRight: () => 0,
      paddingTop: () => 3,
      paddingBottom: () => 3,
    },
    margin: [0, 0, 0, 9],
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
      paddingTop: () => 6,
      paddingBottom: () => 6,
    },
    margin: [0, 2, 0, 10],
  }
}

/** The pdfmake nodes of one block; a page break is set on what follows it (`document.ts`). */
export function blockContent(block: Exclude<Block, PageBreak>, canvas: Canvas): Content[] {
  switch (block.type) {
    case 'paragraph':
      return [paragraphContent(block.text, canvas)]
    case 'bullets':
      return [{ stack: block.items.map((item) => bulletContent(item, canvas)), margin: [0, 0, 0, 5] }]
    case 'key-values':
      return block.items.length === 0 ? [] : [keyValuesContent(block.items, canvas)]
    case 'note':
      return [noteContent(block, canvas)]
    case 'heat-map':
      return [heatMapContent(block, canvas)]
    case 'table':
      return tableContent(block, canvas)
  }
}
