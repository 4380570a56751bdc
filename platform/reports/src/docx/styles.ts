import { AlignmentType, LevelFormat } from 'docx'
import type { INumberingOptions, IStylesOptions } from 'docx'
import type { ReportLocale } from '../model/report.ts'
import { ACCENT, BODY_SIZE, HEADING_SIZES, INK, MUTED, TITLE_SIZE } from '../layout/theme.ts'
import { twips, wordColour } from './text.ts'

/** Fonts that come with Word on Windows and macOS; a DOCX does not carry its own, to stay small and editable. */
const FONT = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Calibri', eastAsia: 'Microsoft YaHei' }

const heading = (size: number, colour: string, before: number): NonNullable<NonNullable<IStylesOptions['default']>['heading1']> => ({
  run: { size: size * 2, bold: true, color: wordColour(colour), font: FONT },
  paragraph: { spacing: { before: twips(before), after: twips(5) }, keepNext: true, keepLines: true },
})

/** Name of the one list style. */
export const BULLETS = 'bullets'

/** A small bullet with a narrow hanging indent. */
export function wordNumbering(): INumberingOptions {
  const style = { run: { font: FONT, color: wordColour(ACCENT) }, paragraph: { indent: { left: twips(14), hanging: twips(12) } } }
  return {
    config: [{ reference: BULLETS, levels: [{ level: 0, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT, style }] }],
  }
}

/** Styles of the document: real Title and Heading styles, so that Word's navigation and table of contents work. */
export function wordStyles(locale: ReportLocale): IStylesOptions {
  const language = { value: locale === 'en' ? 'en-GB' : 'zh-CN', eastAsia: 'zh-CN' }
  return {
    default: {
      document: {
        run: { font: FONT, size: BODY_SIZE * 2 + 1, color: wordColour(INK), language },
        paragraph: { spacing: { line: 276 } },
      },
      title: {
        run: { size: TITLE_SIZE * 2, bold: true, color: wordColour(ACCENT), font: FONT },
        paragraph: { spacing: { before: twips(6), after: twips(2) } },
      },
      heading1: heading(HEADING_SIZES[1], ACCENT, 16),
      heading2: heading(HEADING_SIZES[2], INK, 12),
      heading3: heading(HEADING_SIZES[3], INK, 10),
    },
    paragraphStyles: [
      {
        id: 'Subtitle',
        name: 'Subtitle',
        basedOn: 'Normal',
        run: { size: 22, color: wordColour(MUTED) },
        paragraph: { spacing: { after: twips(12) } },
      },
      {
        id: 'Caption',
        name: 'caption',
        basedOn: 'Normal',
        run: { size: 17, bold: true, color: wordColour(MUTED) },
        paragraph: { spacing: { before: twips(4), after: twips(3) }, keepNext: true },
      },
      { id: 'TableText', name: 'Table Text', basedOn: 'Normal', paragraph: { spacing: { before: 0, after: 0, line: 252 } } },
    ],
  }
}
