import { describe, expect, it } from 'vitest'
import { collect, refusal } from './collect.fixture.ts'

describe('reading CSV', () => {
  it('keeps the line numbers of the file over blank lines, CRLF and quoted line breaks', async () => {
    const { table, rows } = await collect('\r\n名称,备注\r\n\r\n"a","x\r\ny"\r\n,\r\n"b ""q""",5" disk\r\n')
    expect(table).toMatchObject({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      header: ['名称', '备注'],
      problems: [],
    })
    expect(rows).toEqual([
      { line: 4, cells: ['a', 'x\r\ny'], formula: false, problems: [] },
      { line: 7, cells: ['b "q"', '5" disk'], formula: false, problems: [] },
    ])
  })

  it('reads the same rows however the stream is cut', async () => {
    const text = 'a;b;c\r\n"1\r\n2";"""";中文\r\rx;y;z\n'
    const whole = await collect(text)
    for (const size of [1, 2, 3, 5, 7]) expect((await collect(text, {}, size)).rows).toEqual(whole.rows)
    expect(whole.rows.map((row) => row.line)).toEqual([2, 5])
  })

  it.each([
    ['a,b', ','],
    ['a;b,c;d', ';'],
    ['a\tb', '\t'],
    ['"a,b,c"|d', '|'],
    [',,,\na;b', ';'],
    ['only', ','],
  ])('finds the delimiter of %j', async (text, delimiter) => {
    expect((await collect(text)).table.delimiter).toBe(delimiter)
  })

  it('reports ragged rows with their line and pads short ones', async () => {
    const { rows } = await collect('a,b,c\n1,2\n1,2,3,4\n')
    expect(rows[0]).toMatchObject({
      line: 2,
      cells: ['1', '2', ''],
      problems: [{ code: 'ragged', line: 2, found: 2, allowed: 3 }],
    })
    expect(rows[1]?.cells).toHaveLength(4)
    expect(rows[1]?.problems[0]?.message['zh-CN']).toBe('第 3 行：该行有 4 个单元格，表头有 3 个')
  })

  it('names empty and repeated headers', async () => {
    const { table } = await collect('名称, ,IP,ip,名称\n1,2,3,4,5\n')
    expect(table.problems.map(({ code, column, name, found }) => ({ code, column, name, found }))).toEqual([
      { code: 'header-empty', column: 2, name: undefined, found: undefined },
      { code: 'header-duplicate', column: 4, name: 'ip', found: 3 },
      { code: 'header-duplicate', column: 5, name: '名称', found: 1 },
    ])
  })

  it('says where a quote was opened that is never closed', async () => {
    expect(await refusal('a,b\n1,2\n3,"x\ny\n')).toMatchObject({ code: 'quote-unclosed', line: 3, column: 2 })
    expect(await refusal('a,b\n"1"x,2\n')).toMatchObject({ code: 'quote', line: 2, column: 1, found: 'x' })
  })

  it('holds to its limits and names the place', async () => {
    const limits = { bytes: 30, rows: 2, columns: 2, cellLength: 4 }
    expect(await refusal('a\n1\n\n2\n3\n', { limits })).toMatchObject({ code: 'rows', line: 5, allowed: 2 })
    expect(await refusal('a,b\n1,2,3\n', { limits })).toMatchObject({ code: 'columns', line: 2, column: 3 })
    expect(await refusal('a,b\n1,12345\n', { limits })).toMatchObject({ code: 'cell-length', line: 2, column: 2 })
    expect(await refusal('a\n1\n2\n'.padEnd(31, '\n'), { limits })).toMatchObject({ code: 'bytes', allowed: 30 })
  })

  it('refuses what is not a table', async () => {
    expect(await refusal('')).toMatchObject({ code: 'empty' })
    expect(await refusal('\r\n\r\n ,'.replace(' ', ''))).toMatchObject({ code: 'empty' })
    expect(await refusal('a,b\n1,\0\n')).toMatchObject({ code: 'binary', line: 2 })
    expect(await refusal(Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toMatchObject({
      code: 'legacy-workbook',
    })
  })

  it('reads a column named PK as text', async () => {
    expect((await collect('PK,b\n1,2\n')).table).toMatchObject({ format: 'csv', header: ['PK', 'b'] })
  })
})
