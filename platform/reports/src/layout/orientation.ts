import { plainBlocks } from '../model/block.ts'
import { PORTRAIT_COLUMNS } from '../model/limits.ts'
import type { Section } from '../model/report.ts'

/** Whether a section is set on wide pages: it holds a table with many columns, or stands among such. */
export function isLandscape(section: Section): boolean {
  return section.landscape === true || plainBlocks(section.blocks).some((block) => block.type === 'table' && block.columns.length > PORTRAIT_COLUMNS)
}
