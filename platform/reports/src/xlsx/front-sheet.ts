import { messagesOf } from '../../locales/index.ts'
import { ACCENT, INK, MUTED } from '../layout/theme.ts'
import { plainBlocks, type Block, type PlainBlock } from '../model/block.ts'
import type { Approval, Report } from '../model/report.ts'
import { cellText } from '../text/cell.ts'
import { cleanLine } from '../text/clean.ts'
import { tableDate } from '../text/dates.ts'
import { reportFacts } from '../text/facts.ts'
import { plainText } from '../text/runs.ts'
import type { SheetCell } from './cells.ts'
import { textCell } from './cells.ts'
import type { Workbook } from './sheet.ts'
import { openSheet, writeRow } from './sheet.ts'
import type { CellLook } from './styles.ts'

type Line = readonly (SheetCell | undefined)[]

const BODY: CellLook = {}
const KEY: CellLook = { colour: MUTED }
const title = (colour: string, size: number, bold: boolean): CellLook => ({ colour, size, bold, noWrap: true })

function approvalLine(approval: Approval, report: Report): Line {
  const words = messagesOf(report.locale)
  const at = approval.at === undefined ? '' : (tableDate(approval.at, report.timezone)?.text ?? approval.at)
  const decision = [approval.name, words[approval.decision], at, approval.hash ?? ''].filter((part) => part !== '').join(' · ')
  return [textCell(cleanLine(approval.role), KEY), textCell(cleanLine(decision), BODY)]
}

function blockLines(block: PlainBlock, sheetName: string | undefined, report: Report): Line[] {
  const words = messagesOf(report.locale)
  const text = (content: string): Line => [undefined, textCell(cellText(content, words), BODY)]
  switch (block.type) {
    case 'paragraph':
      return [text(plainText(block.text))]
    case 'note':
      return [[textCell(words.note, KEY), textCell(cellText(plainText(block.text), words), BODY)]]
    case 'bullets':
      return block.items.map((item) => text(`• ${plainText(item)}`))
    case 'key-values':
      return block.items.map((item) => [textCell(cleanLine(item.key), KEY), textCell(cellText(plainText(item.value), words), BODY)])
    case 'table':
    case 'heat-map':
      return sheetName === undefined ? [] : [text(words.seeSheet(sheetName))]
    case 'figures':
      return block.items.map(({ label, value, note }) => [textCell(cleanLine(label), KEY), textCell(cleanLine(note === undefined ? value : `${value} · ${note}`), BODY)])
  }
}

/** Writes the first sheet: title, facts, approvals and all running text in reading order, with pointers to the tables. */
export function writeFrontSheet(workbook: Workbook, name: string, report: Report, sheetNames: ReadonlyMap<Block, string>): void {
  const words = messagesOf(report.locale)
  const sheet = openSheet(workbook, name, report, { landscape: false, frozenRows: 0 })
  sheet.columns = [{ width: 26 }, { width: 92 }]
  const heading = (text: string, level: number): void => {
    writeRow(sheet, [])
    writeRow(sheet, [textCell(cleanLine(text), title(level === 1 ? ACCENT : INK, 14 - level, true))])
  }
  writeRow(sheet, [textCell(cleanLine(report.title), title(ACCENT, 18, true))])
  if (report.subtitle !== undefined) writeRow(sheet, [textCell(cleanLine(report.subtitle), title(MUTED, 12, false))])
  for (const fact of reportFacts(report)) writeRow(sheet, [textCell(fact.key, KEY), textCell(fact.value, BODY)])
  if (report.approvals !== undefined && report.approvals.length > 0) {
    heading(words.approvals, 2)
    for (const approval of report.approvals) writeRow(sheet, approvalLine(approval, report))
  }
  for (const section of report.sections) {
    heading(section.heading, section.level ?? 1)
    if (section.basis !== undefined) writeRow(sheet, [undefined, textCell(cleanLine(section.basis), KEY)])
    if (section.intro !== undefined) writeRow(sheet, [undefined, textCell(cellText(plainText(section.intro), words), BODY)])
    for (const block of plainBlocks(section.blocks)) for (const line of blockLines(block, sheetNames.get(block), report)) writeRow(sheet, line)
  }
  sheet.commit()
}
