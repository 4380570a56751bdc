import type { Content, ContextPageSize } from 'pdfmake/interfaces.js'
import type { Report } from '../model/report.ts'
import { cleanLine } from '../text/clean.ts'
import { proseInstant } from '../text/dates.ts'
import { generatedTime } from '../text/facts.ts'
import type { CleanRun } from '../text/runs.ts'
import type { Canvas } from './canvas.ts'
import { lineContent, measureOf } from './canvas.ts'
import { ACCENT, INK, MUTED, RULE, SMALL_SIZE } from '../layout/theme.ts'
import { widthOfLine } from '../layout/wrap.ts'

/** Text on one line, cut with an ellipsis where it would run into its neighbour. */
function fitted(text: string, width: number, strong: boolean, canvas: Canvas): CleanRun[] {
  const measure = measureOf(canvas, SMALL_SIZE)
  const letters = [...cleanLine(text)]
  while (letters.length > 0 && widthOfLine([{ text: letters.join(''), strong }], measure) > width) {
    letters.splice(-2, 2, '…')
    if (letters.length === 1) break
  }
  return [{ text: letters.join(''), strong }]
}

function twoSides(left: [CleanRun[], string], right: [CleanRun[], string], canvas: Canvas): Content {
  return {
    columns: [
      { width: '*', stack: [lineContent(left[0], canvas, { size: SMALL_SIZE, colour: left[1] })] },
      { width: 'auto', stack: [lineContent(right[0], canvas, { size: SMALL_SIZE, colour: right[1], align: 'right' })] },
    ],
  }
}

const rule = (width: number, gap: [number, number]): Content => ({
  canvas: [{ type: 'line', x1: 0, y1: 0, x2: width, y2: 0, lineWidth: 0.6, lineColor: RULE }],
  margin: [0, gap[0], 0, gap[1]],
})

/** Title and organisation on the left, classification and editions on the right, on every page. */
export function headerOf(report: Report, canvas: Canvas): (page: number, pages: number, size: ContextPageSize) => Content {
  const [leftMargin, , rightMargin] = canvas.setting.margins
  return (_page, _pages, size) => {
    const width = size.width - leftMargin - rightMargin
    return {
      margin: [leftMargin, 30, rightMargin, 0],
      stack: [
        twoSides(
          [fitted(report.title, width * 0.66, true, canvas), INK],
          [fitted(report.classification ?? '', width * 0.3, true, canvas), ACCENT],
          canvas,
        ),
        twoSides(
          [fitted(report.organisation, width * 0.48, false, canvas), MUTED],
          [fitted(report.edition ?? '', width * 0.48, false, canvas), MUTED],
          canvas,
        ),
        rule(width, [4, 0]),
      ],
    }
  }
}

/** Version and time on the left, page x of y on the right. */
export function footerOf(report: Report, canvas: Canvas): (page: number, pages: number, size: ContextPageSize) => Content {
  const { messages } = canvas.cells
  const colon = report.locale === 'zh-CN' ? '：' : ': '
  const generated = `${messages.generated}${colon}${proseInstant(generatedTime(report), report.locale, report.timezone)}`
  const version = report.version === undefined ? '' : `${messages.version}${colon}${report.version} · `
  const [leftMargin, , rightMargin] = canvas.setting.margins
  return (page, pages, size) => {
    const width = size.width - leftMargin - rightMargin
    return {
      margin: [leftMargin, 14, rightMargin, 0],
      stack: [
        rule(width, [0, 4]),
        twoSides(
          [fitted(`${version}${generated}`, width * 0.7, false, canvas), MUTED],
          [[{ text: messages.page(page, pages), strong: false }], MUTED],
          canvas,
        ),
      ],
    }
  }
}
