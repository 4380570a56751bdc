import type { Content } from 'pdfmake/interfaces.js'
import type { Report } from '../model/report.ts'
import type { CellContext } from '../text/cell.ts'
import { cellContext } from '../text/cell.ts'
import type { CleanRun } from '../text/runs.ts'
import { featuresFor, narrowMarks } from './features.ts'
import type { Faces } from './fonts.ts'
import { ACCENT, BODY_SIZE, INK } from '../layout/theme.ts'
import type { TextMeasure } from '../layout/wrap.ts'
import { wrapRuns } from '../layout/wrap.ts'

/** A4 and the margins, in points: left, top, right, bottom. */
export const PAGE = { short: 595.28, long: 841.89, margins: [48, 74, 48, 54] as [number, number, number, number] }

/** How closely a report is set: size of text and of the space around it, as parts of the usual ones. */
export interface Setting {
  readonly scale: number
  readonly space: number
  readonly margins: [number, number, number, number]
}
export const USUAL: Setting = { scale: 1, space: 1, margins: PAGE.margins }
/** Close, for reports that have to fit on their pages. */
export const close = (scale: number): Setting => ({ scale, space: scale * 0.5, margins: [40, 64, 40, 44] })

/** What every block needs to know of the page it stands on. */
export interface Canvas {
  readonly cells: CellContext
  readonly faces: Faces
  readonly narrow: ReadonlyMap<string, number>
  readonly setting: Setting
  /** Between the margins, in points. */
  readonly width: number
  readonly height: number
}

/** The canvas of an upright or a wide page. */
export function canvasOf(report: Report, faces: Faces, landscape: boolean, setting: Setting): Canvas {
  const [left, top, right, bottom] = setting.margins
  return {
    cells: cellContext(report),
    faces,
    narrow: narrowMarks(report.locale),
    setting,
    width: (landscape ? PAGE.long : PAGE.short) - left - right,
    height: (landscape ? PAGE.short : PAGE.long) - top - bottom,
  }
}

/** Look of a text. */
export interface TextLook {
  readonly size?: number
  readonly colour?: string
  readonly align?: 'left' | 'center' | 'right'
}

/** Noto Sans SC: ascent and descent make 1.448 em (hhea). */
const LEADING = 1.448

/** Height of one line in points, for a usual size. */
export function lineHeight(size: number, canvas: Canvas): number {
  return size * canvas.setting.scale * LEADING
}

/** A distance of a usual report, in points. */
export const gap = (points: number, canvas: Canvas): number => points * canvas.setting.space

/** Measures text of a usual size as the PDF will set it. */
export function measureOf(canvas: Canvas, size: number): TextMeasure {
  const { faces, narrow, setting } = canvas
  return {
    size: size * setting.scale,
    widthOf: (character, strong) =>
      narrow.get(character) ?? (strong ? faces.bold : faces.regular).metrics.widthOf(character.codePointAt(0) ?? 0),
  }
}

/** One ready line as pdfmake takes it; pdfmake must not wrap it again. */
export function lineContent(line: readonly CleanRun[], canvas: Canvas, look: TextLook): Content {
  const text = line.map((run) => ({
    text: run.text,
    bold: run.strong,
    ...(run.link === undefined ? {} : { link: run.link, color: ACCENT }),
    ...featuresFor(run.text, canvas.narrow),
  }))
  return {
    text: text.length === 0 ? ' ' : text,
    noWrap: true,
    fontSize: (look.size ?? BODY_SIZE) * canvas.setting.scale,
    color: look.colour ?? INK,
    alignment: look.align ?? 'left',
  }
}

/** Text broken to a width: a half point is kept back against rounding. */
export function textLines(runs: readonly CleanRun[], width: number, canvas: Canvas, look: TextLook): Content[] {
  const measure = measureOf(canvas, look.size ?? BODY_SIZE)
  return wrapRuns(runs, width - 0.5, measure).map((line) => lineContent(line, canvas, look))
}
