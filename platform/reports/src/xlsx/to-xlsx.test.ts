import { PassThrough, Writable } from 'node:stream'
import excel from 'exceljs'
import { describe, expect, it } from 'vitest'
import type { Report } from '../model/report.ts'
import type { Row, Table } from '../model/table.ts'
import { sampleSoa } from '../testing/sample/soa.ts'
import { tortureReport } from '../testing/sample/torture.ts'
import { unzipTexts } from '../testing/unzip.ts'
import { render } from '../worker/render.ts'
import { toXlsx } from './to-xlsx.ts'

async function readBack(bytes: Uint8Array): Promise<excel.Workbook> {
  const workbook = new excel.Workbook()
  await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  return workbook
}

function controlsOf(report: Report): Table {
  const table = report.sections[2]?.blocks[0]
  if (table?.type !== 'table') throw new Error('the sample has no controls')
  return table
}

describe('toXlsx', () => {
  it('gives each table a sheet with typed cells, frozen header and filter', async () => {
    const workbook = await readBack(await render(sampleSoa('zh-CN'), 'xlsx'))
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['报告', '按可能性和影响统计的风险数量', '附录 A 控制'])
    const sheet = workbook.getWorksheet('附录 A 控制')
    expect(sheet?.rowCount).toBe(1 + 93 + 1)
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
    expect(sheet?.autoFilter).toBe('A1:L95')
    const row = sheet?.getRow(3)
    expect(row?.getCell(3).value).toBe(true)
    expect(row?.getCell(7).value).toEqual(new Date('2026-02-15T00:00:00Z'))
    expect(row?.getCell(7).numFmt).toBe('yyyy-mm-dd')
    expect(row?.getCell(9).value).toEqual(new Date('2026-10-02T16:30:00Z'))
    expect(row?.getCell(12).value).toBe(12_875)
    expect(row?.getCell(12).numFmt).toBe('"CNY" #,##0.00')
    expect(row?.getCell(8).value).toMatchObject({ hyperlink: 'https://heng.example/evidence/1' })
  })

  it('tells not assessed from zero and from empty, and shades levels', async () => {
    const sheet = (await readBack(await render(sampleSoa('en'), 'xlsx'))).getWorksheet('Controls of Annex A')
    const first = sheet?.getRow(2)
    expect([first?.getCell(7).value, first?.getCell(9).value, first?.getCell(11).value]).toEqual([null, 'Not assessed', 0])
    expect(first?.getCell(10).value).toBe('Low')
    expect(first?.getCell(10).fill).toMatchObject({ fgColor: { argb: 'FFDCEBE3' } })
  })

  it('never writes a formula, and marks as text what could become one', async () => {
    const bytes = await render(tortureReport(), 'xlsx')
    for (const [name, xml] of unzipTexts(bytes)) if (name.startsWith('xl/worksheets/sheet')) expect(xml).not.toMatch(/<f[ >/]/)
    const sheet = (await readBack(bytes)).worksheets[2]
    const texts = [2, 3].map((row) => sheet?.getRow(row).getCell(1))
    expect(texts.map((cell) => [cell?.type, cell?.value, cell?.numFmt])).toEqual([
      [excel.ValueType.String, '=1+1', '@'],
      [excel.ValueType.String, '@SUM(A1:A9)', '@'],
    ])
    expect(sheet?.getRow(3).getCell(2).value).toBe('NaN')
    expect(sheet?.getRow(4).getCell(1).value).toBe('_x005F_x0041_ stays')
    expect(sheet?.name).toBe('=HYPERLINK("http evil.example")')
  })

  it('writes properties from the report', async () => {
    const workbook = await readBack(await render(sampleSoa('en', 1), 'xlsx'))
    expect([workbook.creator, workbook.title, workbook.created.toISOString()]).toEqual([
      'Hengyuan Precision Instruments Co., Ltd.',
      'Statement of Applicability',
      '2026-11-22T07:43:00.000Z',
    ])
  })

  it('takes rows as they arrive and goes on in further sheets', async () => {
    const report = sampleSoa('en', 4)
    const [template] = controlsOf(report).rows
    async function* rows(): AsyncGenerator<Row> {
      for (let index = 0; index < 25; index += 1) {
        await Promise.resolve()
        yield { ...template, ref: `N-${index}` }
      }
    }
    const chunks: Buffer[] = []
    const sink = new PassThrough().on('data', (chunk: Buffer) => chunks.push(chunk))
    await toXlsx(report, sink, { rows: { controls: rows() }, rowsPerSheet: 11 })
    const workbook = await readBack(Buffer.concat(chunks))
    const parts = workbook.worksheets.slice(2)
    expect(parts.map((sheet) => [sheet.name, sheet.rowCount])).toEqual([
      ['Controls of Annex A', 11],
      ['Controls of Annex A (2)', 11],
      ['Controls of Annex A (3)', 7],
    ])
    expect(parts[1]?.getRow(1).getCell(1).value).toBe('Ref.')
    expect(parts[2]?.getRow(2).getCell(1).value).toBe('N-20')
  })

  it('waits for a slow sink instead of piling up memory', async () => {
    const report = sampleSoa('en', 4)
    const { rows: templates } = controlsOf(report)
    let taken = 0
    function* rows(): Generator<Row> {
      for (; taken < 200_000; taken += 1) yield templates[taken % 4] ?? {}
    }
    const stop = new AbortController()
    const sink = new Writable({ highWaterMark: 1_024, write: () => setTimeout(() => stop.abort(new Error('enough')), 400) })
    await expect(toXlsx(report, sink, { rows: { controls: rows() }, signal: stop.signal })).rejects.toThrow('enough')
    expect(taken).toBeLessThan(100_000)
    expect(sink.destroyed).toBe(true)
  })

  it('rejects when the reader goes away', async () => {
    const report = sampleSoa('en', 4)
    const { rows: templates } = controlsOf(report)
    function* rows(): Generator<Row> {
      for (let index = 0; index < 200_000; index += 1) yield templates[index % 4] ?? {}
    }
    const sink = new Writable({ write: (_chunk, _encoding, done) => done(new Error('connection lost')) })
    await expect(toXlsx(report, sink, { rows: { controls: rows() } })).rejects.toThrow('connection lost')
  })

  it('refuses rows for a table that is not there', async () => {
    await expect(toXlsx(sampleSoa('en', 1), new PassThrough(), { rows: { nix: [] } })).rejects.toThrow('options.rows.nix')
  })
})
