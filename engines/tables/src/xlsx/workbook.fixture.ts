import { crc32, deflateRawSync } from 'node:zlib'

/** An entry of a test zip; `declared` lies about the unpacked size. */
export interface ZipPart {
  name: string
  data: string | Buffer
  declared?: number
  flags?: number
}

/** A zip (PKWARE APPNOTE 4.3) with deflated entries, so that tests can build damaged and hostile ones too. */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, declared, flags = 0 } of parts) {
    const bytes = Buffer.from(data)
    const packed = deflateRawSync(bytes, { level: 1 })
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x800 | flags, 2)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(declared ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    local.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, tail, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(central.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, central, Buffer.from('PK\x05\x06', 'latin1'), end])
}

/** Parts of a small workbook; each can be replaced. */
export interface WorkbookParts {
  /** Content of `sheetData`, by sheet name; a name beginning with "." is hidden. */
  sheets: Record<string, string>
  /** Content of `sst`. */
  strings?: string
  /** Content of `styleSheet`. */
  styles?: string
  date1904?: boolean
  /** Put before the root element of each sheet. */
  prolog?: string
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The zip parts of a workbook. */
export function workbookParts(book: WorkbookParts): ZipPart[] {
  const names = Object.keys(book.sheets)
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${REL}/${type}" Target="${target}"/>`
  const sheets = names.map(
    (name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="s${index}"${name.startsWith('.') ? ' state="hidden"' : ''}/>`,
  )
  const relations = names.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
  return [
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${PACKAGE}">${relation('w', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr date1904="${book.date1904 ? 1 : 0}"/><sheets>${sheets.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships xmlns="${PACKAGE}">${relations.join('')}${relation('st', 'styles', '/xl/styles.xml')}${relation('ss', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    },
    { name: 'xl/styles.xml', data: `<styleSheet xmlns="${MAIN}">${book.styles ?? ''}</styleSheet>` },
    { name: 'xl/sharedStrings.xml', data: `<sst xmlns="${MAIN}">${book.strings ?? ''}</sst>` },
    ...Object.values(book.sheets).map((data, index) => ({
      name: `xl/worksheets/sheet${index + 1}.xml`,
      data: `${book.prolog ?? ''}<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
    })),
  ]
}

/** A whole workbook file. */
export function workbookOf(book: WorkbookParts): Buffer {
  return zipOf(workbookParts(book))
}
