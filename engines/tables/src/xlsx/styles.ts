import type { Limits } from '../limits.ts'
import { TableError } from '../problem.ts'
import type { Archive } from './archive.ts'
import { dateFormat, type DateFormat } from './dates.ts'
import { type Attributes, readXml } from './xml.ts'

/** Excel stops at 65,490 cell formats. */
const FORMATS = 65_536

/** For each cell style (attribute `s`), how it shows a date; undefined for ordinary numbers. Source: ECMA-376-1, 18.8. */
export async function readStyles(archive: Archive, part: string, limits: Limits): Promise<(DateFormat | undefined)[]> {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCellFormats = false
  const open = (name: string, attributes: Attributes): void => {
    if (name === 'cellXfs') inCellFormats = true
    else if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
    else if (name === 'xf' && inCellFormats) ids.push(Number(attributes['numFmtId'] ?? 0))
    if (ids.length > FORMATS || codes.size > FORMATS) throw new TableError('xml', { name: part, found: `more than ${FORMATS} formats` })
  }
  const close = (name: string): void => {
    if (name === 'cellXfs') inCellFormats = false
  }
  await readXml(part, archive.text(part), { open, close }, limits)
  return ids.map((id) => dateFormat(id, codes.get(id)))
}
