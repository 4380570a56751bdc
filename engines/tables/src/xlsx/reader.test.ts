import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { collect, refusal } from '../collect.fixture.ts'
import { readTable } from '../read.ts'
import { workbookOf, workbookParts, zipOf } from './workbook.fixture.ts'

const HEADER = '<row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>'
const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="165" formatCode="[Red]0.00"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs>' +
  [0, 14, 164, 165, 22, 21, 166].map((id) => `<xf numFmtId="${id}"/>`).join('') +
  '</cellXfs>'
const number = (value: string, style: number): string => `<c s="${style}"><v>${value}</v></c>`

describe('reading XLSX', () => {
  it('reads shared, inline and rich strings, booleans, numbers', async () => {
    const strings =
      '<si><t>名称</t></si><si><r><t>ri</t></r><rPh><t>no</t></rPh><r><t xml:space="preserve">ch </t></r></si><si><t>a_x000A_b_x005F_x</t></si>'
    const data =
      '<row r="2"><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row>' +
      '<row r="5"><c r="B5" t="b"><v>1</v></c></row>' +
      '<row r="6"><c t="s"><v>2</v></c><c><v>0.30000000000000004</v></c></row>' +
      '<row r="7"><c><v>110101199003071234</v></c><c s="1"/></row><row r="8"><c s="1"/></row>'
    const { table, rows } = await collect(workbookOf({ sheets: { 一: data }, strings }))
    expect(table).toMatchObject({ format: 'xlsx', sheets: ['一'], sheet: '一', header: ['名称', 'rich'] })
    expect(rows.map(({ line, cells }) => ({ line, cells }))).toEqual([
      { line: 5, cells: ['', 'TRUE'] },
      { line: 6, cells: ['a\nb_x', '0.3'] },
      { line: 7, cells: ['110101199003071234', ''] },
    ])
    expect(rows.flatMap((row) => row.problems)).toEqual([])
  })

  it.each([
    [false, ['2026-01-15', '2026-01-15', '46037', '2026-01-15T12:30:00', '12:30:00', '36:00:00', '1900-02-28', '1900-02-29', '1900-03-01']],
    [true, ['2030-01-16', '2030-01-16', '46037', '2030-01-16T12:30:00', '12:30:00', '36:00:00', '1904-02-29', '1904-03-01', '1904-03-02']],
  ])('shows dates by number format, 1904 system: %s', async (date1904, expected) => {
    const cells = [
      number('46037', 1),
      number('46037', 2),
      number('46037', 3),
      number('46037.520833333336', 4),
      number('46037.520833333336', 5),
      number('1.5', 6),
      number('59', 1),
      number('60', 1),
      number('61', 1),
    ]
    const header = `<row>${cells.map((_, index) => `<c><v>${index}</v></c>`).join('')}</row>`
    const { rows } = await collect(workbookOf({ sheets: { S: `${header}<row>${cells.join('')}</row>` }, styles: STYLES, date1904 }))
    expect(rows[0]?.cells).toEqual(expected)
  })

  it('marks formula cells and error cells with their place', async () => {
    const data = `${HEADER}<row r="3"><c r="A3"><f>HYPERLINK("http://x")</f><v>7</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row><row r="4"><c r="B4"><f>""</f></c></row>`
    const { rows } = await collect(workbookOf({ sheets: { S: data } }))
    expect(rows[0]).toMatchObject({ line: 3, cells: ['7', '#DIV/0!'], formula: true })
    expect(rows[0]?.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ['formula', 3, 1],
      ['formula', 3, 2],
      ['cell-error', 3, 2],
    ])
    expect(rows[1]).toMatchObject({ line: 4, formula: true })
  })

  it('takes the first visible sheet, or the named one', async () => {
    const sheet = (name: string): string => `<row><c t="str"><v>${name}</v></c></row>`
    const book = workbookOf({ sheets: { '.lists': sheet('lists'), 资产: sheet('assets'), B: sheet('b') } })
    expect((await collect(book)).table).toMatchObject({
      sheet: '资产',
      header: ['assets'],
      sheets: ['.lists', '资产', 'B'],
    })
    expect((await collect(book, { sheet: '.lists' })).table.header).toEqual(['lists'])
    expect(await refusal(book, { sheet: 'x' })).toMatchObject({ code: 'sheet-missing', allowed: '.lists, 资产, B' })
  })

  it('reads by path, whatever the name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'heng-tables-'))
    try {
      const path = join(folder, 'report.csv')
      await writeFile(path, workbookOf({ sheets: { S: HEADER } }))
      const table = await readTable(path)
      expect(table).toMatchObject({ format: 'xlsx', header: ['名称', 'b'] })
      await table.close()
      await expect(readTable(path, { limits: { bytes: 10 } })).rejects.toMatchObject({ problem: { code: 'bytes' } })
    } finally {
      await rm(folder, { recursive: true })
    }
  })
})

describe('hostile workbooks', () => {
  const parts = workbookParts({ sheets: { S: HEADER } })

  it('refuses zip bombs before unpacking', async () => {
    const bomb = workbookOf({ sheets: { S: HEADER + ' '.repeat(20_000_000) } })
    expect(await refusal(bomb)).toMatchObject({ code: 'zip-ratio', name: 'xl/worksheets/sheet1.xml', allowed: 100 })
    expect(await refusal(bomb, { limits: { zipSize: 1e6 } })).toMatchObject({ code: 'zip-size', allowed: 1e6 })
    expect(await refusal(zipOf(parts), { limits: { zipEntries: 5 } })).toMatchObject({ code: 'zip-entries', found: 6 })
  })

  it('stops an entry that unpacks to more than it declares', async () => {
    const lying = parts.map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, data: part.data + ' '.repeat(5e6), declared: 1000 } : part,
    )
    expect(await refusal(zipOf(lying))).toMatchObject({ code: 'zip-damaged', name: 'xl/worksheets/sheet1.xml' })
  })

  it('refuses nested, encrypted, repeated and missing parts', async () => {
    const nested = parts.map((part) => (part.name.endsWith('sheet1.xml') ? { ...part, data: zipOf(parts) } : part))
    expect(await refusal(zipOf(nested))).toMatchObject({ code: 'zip-nested' })
    expect(await refusal(zipOf(parts.map((part) => ({ ...part, flags: 1 }))))).toMatchObject({ code: 'zip-encrypted' })
    expect(await refusal(zipOf([...parts, ...parts.slice(-1)]))).toMatchObject({
      code: 'zip-damaged',
      found: 'duplicate entry',
    })
    expect(await refusal(zipOf([{ name: 'mimetype', data: 'x' }]))).toMatchObject({
      code: 'not-a-workbook',
      name: '_rels/.rels',
    })
    expect(await refusal(zipOf([]))).toMatchObject({ code: 'not-a-workbook' })
  })

  it('reports truncated and corrupted files', async () => {
    const book = zipOf(parts)
    expect(await refusal(book.subarray(0, book.length - 30))).toMatchObject({ code: 'zip-damaged' })
    const corrupt = Buffer.from(book)
    corrupt.fill(0xff, corrupt.indexOf('sheet1.xml') + 10, corrupt.indexOf('sheet1.xml') + 40)
    expect(await refusal(corrupt)).toMatchObject({ code: 'zip-damaged', name: 'xl/worksheets/sheet1.xml' })
    expect(await refusal(book, { limits: { zipInMemory: 100 } })).toMatchObject({ code: 'zip-in-memory' })
  })

  it('refuses a DTD before any entity can grow', async () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')
    const prolog = `<!DOCTYPE w [<!ENTITY l0 "ha">${laughs}]>`
    const data = '<row><c t="str"><v>&l9;</v></c></row>'
    expect(await refusal(workbookOf({ sheets: { S: data }, prolog }))).toMatchObject({
      code: 'xml-dtd',
      name: 'xl/worksheets/sheet1.xml',
    })
    expect(await refusal(workbookOf({ sheets: { S: data } }))).toMatchObject({ code: 'xml' })
  })

  it('bounds depth, pieces, strings and cells', async () => {
    const book = (data: string, strings = ''): Buffer => workbookOf({ sheets: { S: data }, strings })
    expect(await refusal(book('<a>'.repeat(100)))).toMatchObject({ code: 'xml-depth', allowed: 64 })
    const long = `<row><!--${Array.from({ length: 60_000 }, (_, i) => i.toString(36)).join('')}--></row>`
    expect(await refusal(book(long), { limits: { xmlToken: 100_000 } })).toMatchObject({ code: 'xml-token' })
    expect(await refusal(book('', '<si/><si/>'), { limits: { sharedStrings: 1 } })).toMatchObject({
      code: 'shared-strings',
      allowed: 1,
    })
    expect(await refusal(book('', '<si><t>abcd</t></si>'), { limits: { sharedStringLength: 3 } })).toMatchObject({
      allowed: 3,
    })
    expect(await refusal(book(`<row r="9"><c r="ZZ9"><v>1</v></c></row>`))).toMatchObject({
      code: 'columns',
      line: 9,
      column: 702,
      allowed: 500,
    })
    expect(await refusal(book('<row><c t="str"><v>abcd</v></c></row>'), { limits: { cellLength: 3 } })).toMatchObject({
      code: 'cell-length',
      line: 1,
      column: 1,
    })
    expect(await refusal(book('<row><c t="s"><v>0</v></c></row>'))).toMatchObject({
      code: 'xml',
      line: 1,
      name: 'sharedStrings',
    })
    expect(await refusal(book(`${HEADER}<row><c><v>1</v></row>`))).toMatchObject({ code: 'xml' })
  })
})
