import { AlignmentType, BorderStyle, Footer, Header, PageNumber, PageOrientation, Paragraph, TabStopType, TextRun } from 'docx'
import type { ISectionOptions } from 'docx'
import { messagesOf } from '../../locales/index.ts'
import type { Report } from '../model/report.ts'
import { ACCENT, INK, MUTED, RULE, SMALL_SIZE } from '../layout/theme.ts'
import { cleanLine } from '../text/clean.ts'
import { proseInstant } from '../text/dates.ts'
import { generatedTime } from '../text/facts.ts'
import { twips, wordColour } from './text.ts'

const A4 = { short: 595.28, long: 841.89 }
const SIDE = 48

/** Width between the margins, in points. */
export function contentWidth(landscape: boolean): number {
  return (landscape ? A4.long : A4.short) - 2 * SIDE
}

const small = (text: string, colour: string, bold = false): TextRun =>
  new TextRun({ text, size: SMALL_SIZE * 2, color: wordColour(colour), bold })
const line = { style: BorderStyle.SINGLE, size: 4, color: wordColour(RULE), space: 3 }

function twoSides(left: TextRun[], right: TextRun[], width: number, border: 'top' | 'bottom' | undefined): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: twips(width) }],
    ...(border === undefined ? {} : { border: { [border]: line } }),
    children: [...left, new TextRun({ text: '\t' }), ...right],
  })
}

function headerOf(report: Report, width: number): Header {
  return new Header({
    children: [
      twoSides(
        [small(cleanLine(report.title), INK, true)],
        [small(cleanLine(report.classification ?? ''), ACCENT, true)],
        width,
        undefined,
      ),
      twoSides([small(cleanLine(report.organisation), MUTED)], [small(cleanLine(report.edition ?? ''), MUTED)], width, 'bottom'),
    ],
  })
}

function footerOf(report: Report, width: number): Footer {
  const words = messagesOf(report.locale)
  const colon = report.locale === 'zh-CN' ? '：' : ': '
  const version = report.version === undefined ? '' : `${words.version}${colon}${cleanLine(report.version)} · `
  const generated = `${words.generated}${colon}${proseInstant(generatedTime(report), report.locale, report.timezone)}`
  const [before = '', between = '', after = ''] = words.page('\u0000', '\u0000').split('\u0000')
  const pages = new TextRun({
    size: SMALL_SIZE * 2,
    color: wordColour(MUTED),
    children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
  })
  return new Footer({ children: [twoSides([small(`${version}${generated}`, MUTED)], [pages], width, 'top')] })
}

/** Page size, header and footer of one Word section. */
export function wordPage(report: Report, landscape: boolean): Pick<ISectionOptions, 'properties' | 'headers' | 'footers'> {
  const width = contentWidth(landscape)
  return {
    properties: {
      page: {
        size: {
          width: twips(A4.short),
          height: twips(A4.long),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { left: twips(SIDE), right: twips(SIDE), top: twips(74), bottom: twips(54), header: twips(30), footer: twips(24) },
      },
    },
    headers: { default: headerOf(report, width) },
    footers: { default: footerOf(report, width) },
  }
}
