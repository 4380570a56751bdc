import { Document, HeadingLevel, Paragraph } from 'docx'
import type { FileChild, ISectionOptions } from 'docx'
import { isLandscape } from '../layout/orientation.ts'
import type { Report, Section } from '../model/report.ts'
import type { CellContext } from '../text/cell.ts'
import { cellContext } from '../text/cell.ts'
import { cleanLine } from '../text/clean.ts'
import { approvalTable, reportFacts } from '../text/facts.ts'
import { blockChildren, keyValuesChildren, paragraphChild } from './blocks.ts'
import { contentWidth, wordPage } from './page.ts'
import { wordNumbering, wordStyles } from './styles.ts'
import { tableChildren } from './table.ts'

const HEADINGS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

const heading = (text: string, level: 1 | 2 | 3): Paragraph => new Paragraph({ text: cleanLine(text), heading: HEADINGS[level] })

function frontMatter(report: Report, context: CellContext): FileChild[] {
  const width = contentWidth(false)
  const { approvals = [] } = report
  return [
    new Paragraph({ text: cleanLine(report.title), heading: HeadingLevel.TITLE }),
    ...(report.subtitle === undefined ? [] : [new Paragraph({ text: cleanLine(report.subtitle), style: 'Subtitle' })]),
    ...keyValuesChildren(reportFacts(report), width),
    ...(approvals.length === 0
      ? []
      : [heading(context.messages.approvals, 2), ...tableChildren(approvalTable(report, approvals), width, context)]),
  ]
}

function sectionChildren(section: Section, context: CellContext): FileChild[] {
  const width = contentWidth(isLandscape(section))
  return [
    heading(section.heading, section.level ?? 1),
    ...(section.basis === undefined ? [] : [new Paragraph({ text: cleanLine(section.basis), style: 'Caption' })]),
    ...(section.intro === undefined ? [] : [paragraphChild(section.intro)]),
    ...section.blocks.flatMap((block) => blockChildren(block, width, context)),
  ]
}

/** The Word document of a report that has been checked: one Word section per run of pages of one orientation. */
export function wordDocument(report: Report): Document {
  const context = cellContext(report)
  const parts: { landscape: boolean; children: FileChild[] }[] = [{ landscape: false, children: frontMatter(report, context) }]
  for (const section of report.sections) {
    const landscape = isLandscape(section)
    const last = parts.at(-1)
    const children = sectionChildren(section, context)
    if (last?.landscape === landscape) last.children.push(...children)
    else parts.push({ landscape, children })
  }
  return new Document({
    title: cleanLine(report.title),
    subject: cleanLine(report.subtitle ?? report.edition ?? report.title),
    creator: cleanLine(report.organisation),
    lastModifiedBy: cleanLine(report.organisation),
    styles: wordStyles(report.locale),
    numbering: wordNumbering(),
    sections: parts.map((part): ISectionOptions => ({ ...wordPage(report, part.landscape), children: part.children })),
  })
}
