import { posix } from 'node:path'
import type { Limits } from '../limits.ts'
import { TableError } from '../problem.ts'
import type { Archive } from './archive.ts'
import { type Attributes, readXml } from './xml.ts'

/** A worksheet and the zip entry that holds it. */
export interface SheetPart {
  name: string
  part: string
  visible: boolean
}

/** The parts of a workbook that reading a sheet needs. Source: ECMA-376-1, 12.3 and 18.2; ECMA-376-2, 9.3. */
export interface Workbook {
  sheets: SheetPart[]
  /** Dates count from 1904-01-01 (old Macintosh workbooks) instead of 1899-12-31. */
  date1904: boolean
  styles: string | undefined
  sharedStrings: string | undefined
}

interface Relation {
  id: string
  /** Last step of the relationship type, which is the same in transitional and strict files. */
  type: string
  part: string
}

/** Follows the relationships from the package root to the workbook and its parts; names of entries are never guessed. */
export async function readWorkbook(archive: Archive, limits: Limits): Promise<Workbook> {
  const root = await relations(archive, '', limits)
  const part = root.find((each) => each.type === 'officeDocument')?.part
  if (!part || !archive.has(part)) throw new TableError('not-a-workbook', { name: part ?? 'officeDocument' })
  const own = await relations(archive, part, limits)
  const sheets: SheetPart[] = []
  let date1904 = false
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
    if (name !== 'sheet') return
    const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1]
    const target = own.find((each) => each.id === id)
    // Chart and dialogue sheets have no cells.
    if (target?.type !== 'worksheet') return
    sheets.push({
      name: attributes['name'] ?? '',
      part: target.part,
      visible: (attributes['state'] ?? 'visible') === 'visible',
    })
    if (sheets.length > limits.zipEntries) throw new TableError('zip-entries', { found: sheets.length, allowed: limits.zipEntries })
  }
  await readXml(part, archive.text(part), { open }, limits)
  const partOf = (type: string): string | undefined => own.find((each) => each.type === type)?.part
  return { sheets, date1904, styles: partOf('styles'), sharedStrings: partOf('sharedStrings') }
}

/** The sheet to read: the named one, else the first visible one. */
export function chooseSheet(sheets: readonly SheetPart[], name: string | undefined): SheetPart {
  const chosen = name === undefined ? (sheets.find((sheet) => sheet.visible) ?? sheets[0]) : sheets.find((sheet) => sheet.name === name)
  if (chosen) return chosen
  if (name === undefined) throw new TableError('not-a-workbook', { name: 'worksheet' })
  throw new TableError('sheet-missing', { name, allowed: sheets.map((sheet) => sheet.name).join(', ') })
}

async function relations(archive: Archive, part: string, limits: Limits): Promise<Relation[]> {
  const folder = posix.dirname(part)
  const name = posix.join(folder, '_rels', `${posix.basename(part)}.rels`)
  const found: Relation[] = []
  const open = (element: string, { Id, Type, Target, TargetMode }: Attributes): void => {
    if (element !== 'Relationship' || !Id || !Type || !Target || TargetMode === 'External') return
    found.push({
      id: Id,
      type: Type.slice(Type.lastIndexOf('/') + 1),
      part: posix.resolve('/', folder, Target).slice(1),
    })
    if (found.length > limits.zipEntries) throw new TableError('zip-entries', { found: found.length, allowed: limits.zipEntries })
  }
  await readXml(name, archive.text(name), { open }, limits)
  return found
}
