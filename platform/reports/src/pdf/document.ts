import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { Report, Section } from '../model/report.ts'
import { cleanLine } from '../text/clean.ts'
import { approvalTable, generatedTime, reportFacts } from '../text/facts.ts'
import { isLandscape } from '../layout/orientation.ts'
import { blockContent, keyValuesContent, paragraphContent } from './blocks.ts'
import type { Canvas } from './canvas.ts'
import { canvasOf, gap, textLines, type Setting } from './canvas.ts'
import type { Faces } from './fonts.ts'
import { footerOf, headerOf } from './page.ts'
import { heatMapHeight } from './heat-map.ts'
import { tableContent } from './table.ts'
import { ACCENT, HEADING_SIZES, INK, MUTED, SMALL_SIZE, TITLE_SIZE } from '../layout/theme.ts'

/** Space in points that must be left under a heading, so that it never stands alone at the foot of a page. */
function spaceAfterHeading(section: Section, canvas: Canvas): number {
  const [first] = section.blocks
  const enough = gap(84, canvas)
  if (first?.type !== 'heat-map') return enough
  return Math.min(canvas.height * 0.7, heatMapHeight(first, canvas) + (section.intro === undefined ? 0 : enough))
}

/**
 * A heading that moves to the next page together with the start of what follows: an unbreakable block that
 * claims the space below it and gives it back by a negative margin.
 */
function headingContent(text: string, level: 1 | 2 | 3, space: number, canvas: Canvas): Content {
  const lines = textLines([{ text: cleanLine(text), strong: true }], canvas.width, canvas, {
    size: HEADING_SIZES[level],
    colour: level === 1 ? ACCENT : INK,
  })
  const [first, ...rest] = lines
  return {
    unbreakable: true,
    stack: [
      { ...Object(first), outline: true, outlineText: cleanLine(text) },
      ...rest,
      { text: '', fontSize: 1, margin: [0, 0, 0, space] },
    ],
    margin: [0, gap(level === 1 ? 10 : 6, canvas), 0, gap(5, canvas) - space],
  }
}

function titleContent(report: Report, canvas: Canvas): Content[] {
  const subtitle =
    report.subtitle === undefined
      ? []
      : textLines([{ text: cleanLine(report.subtitle), strong: false }], canvas.width, canvas, { size: 11, colour: MUTED })
  return [
    {
      stack: textLines([{ text: cleanLine(report.title), strong: true }], canvas.width, canvas, { size: TITLE_SIZE, colour: ACCENT }),
      margin: [0, gap(6, canvas), 0, gap(2, canvas)],
    },
    { stack: subtitle, margin: [0, 0, 0, gap(12, canvas)] },
    // What the facts say stands in header and footer of every page as well; a report that is short of room leaves it there.
    ...(report.pages === undefined ? [keyValuesContent(reportFacts(report), canvas)] : []),
  ]
}

function approvalsContent(report: Report, canvas: Canvas): Content[] {
  const { approvals = [] } = report
  if (approvals.length === 0) return []
  return [headingContent(canvas.cells.messages.approvals, 2, 84, canvas), ...tableContent(approvalTable(report, approvals), canvas)]
}

function sectionContent(section: Section, canvas: Canvas): Content[] {
  const nodes: Content[] = [headingContent(section.heading, section.level ?? 1, spaceAfterHeading(section, canvas), canvas)]
  if (section.basis !== undefined) {
    const lines = textLines([{ text: cleanLine(section.basis), strong: false }], canvas.width, canvas, { size: SMALL_SIZE, colour: MUTED })
    nodes.push({ stack: lines, margin: [0, 0, 0, gap(5, canvas)] })
  }
  if (section.intro !== undefined) nodes.push(paragraphContent(section.intro, canvas))
  let turnPage = false
  for (const block of section.blocks) {
    if (block.type === 'page-break') {
      turnPage = true
      continue
    }
    const content = blockContent(block, canvas)
    if (turnPage) nodes.push({ stack: content, pageBreak: 'before' })
    else nodes.push(...content)
    turnPage = false
  }
  return nodes
}

/** Takes away the space below what ends a run of pages: where it just did not fit, it would make an empty page. */
function dropFoot(nodes: Content[]): void {
  const last = nodes.at(-1)
  if (typeof last !== 'object' || !('margin' in last) || !Array.isArray(last.margin)) return
  const [left = 0, top = 0, right = 0] = last.margin
  nodes[nodes.length - 1] = { ...last, margin: [left, top, right, 0] }
}

const LOOKALIKES: Readonly<Record<string, string>> = { '&': '＆', '<': '‹', '>': '›' }

/** A document property: pdfkit copies it into the XMP metadata without escaping, so marks of XML give way to lookalikes. */
const property = (text: string): string => cleanLine(text).replace(/[&<>]/g, (mark) => LOOKALIKES[mark] ?? '')

/** The pdfmake document of a report that has been checked. */
export function pdfDocument(report: Report, faces: Faces, setting: Setting): TDocumentDefinitions {
  const upright = canvasOf(report, faces, false, setting)
  const wide = canvasOf(report, faces, true, setting)
  const content: Content[] = [...titleContent(report, upright), ...approvalsContent(report, upright)]
  let landscape = false
  for (const [index, section] of report.sections.entries()) {
    const turn = isLandscape(section)
    const next = report.sections[index + 1]
    const nodes = sectionContent(section, turn ? wide : upright)
    if (next !== undefined && isLandscape(next) !== turn) dropFoot(nodes)
    content.push(
      turn === landscape ? { stack: nodes } : { stack: nodes, pageBreak: 'before', pageOrientation: turn ? 'landscape' : 'portrait' },
    )
    landscape = turn
  }
  return {
    pageSize: 'A4',
    pageMargins: setting.margins,
    language: report.locale === 'en' ? 'en-GB' : 'zh-CN',
    displayTitle: true,
    version: '1.7',
    info: {
      title: property(report.title),
      author: property(report.organisation),
      subject: property(report.subtitle ?? report.edition ?? report.title),
      creator: 'Heng',
      producer: 'Heng',
      creationDate: new Date(generatedTime(report)),
    },
    defaultStyle: { font: 'NotoSansSC' },
    header: headerOf(report, upright),
    footer: footerOf(report, upright),
    content,
  }
}
