import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { all, collect } from './collect.fixture.ts'
import { csvLine, writeCsv } from './csv-writer.ts'
import { DELIMITERS } from './delimiter.ts'

/** Any text a database holds: no NUL, no lone surrogate; with the dangerous beginnings often. */
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }).filter((text) => !text.includes('\0')),
  fc
    .tuple(fc.constantFrom('=', '+', '-', '@', '＝', '\t', '\r', '\n', "'", "'=", "''-", '-5', '"', ' '), fc.string())
    .map(([a, b]) => (a + b).replaceAll('\0', '')),
)
const rowOf = (width: number): fc.Arbitrary<string[]> =>
  fc.array(cell, { minLength: width, maxLength: width }).filter((cells) => cells.some((each) => each !== ''))
const table = fc.integer({ min: 1, max: 6 }).chain((width) => fc.array(rowOf(width), { minLength: 1, maxLength: 6 }))

describe('csvLine', () => {
  it('guards would-be formulas and leaves numbers alone', () => {
    expect(csvLine(['=1+1', '+a', '-5', '-5.2e3', '-a', '@x', '＝1', -5, null, true])).toBe("'=1+1,'+a,-5,-5.2e3,'-a,'@x,'＝1,-5,,true\r\n")
    expect(csvLine(["'=1", '\tx', '\r=1', "it's"])).toBe(`''=1,"'\tx","'\r=1",it's\r\n`)
    expect(csvLine(['=1'], { guardFormulas: false })).toBe('=1\r\n')
  })

  it('never writes a cell that begins like a formula', () => {
    fc.assert(
      fc.property(cell, (value) => {
        const [written = ''] = parse(csvLine([value, 'end']), { record_delimiter: '\r\n' })[0] ?? []
        expect(/^[=+\-@＝＋－＠\t\r\n]/.test(written) && Number.isNaN(Number.parseFloat(written))).toBe(false)
      }),
    )
  })
})

describe('writing and reading again', () => {
  it('gives back every table', async () => {
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.boolean(),
        fc.constantFrom(...DELIMITERS),
        fc.integer({ min: 1, max: 50 }),
        async (rows, bom, delimiter, size) => {
          const bytes = Buffer.concat(await all(writeCsv([rows[0]?.map((_, index) => `h${index}`) ?? [], ...rows], { bom, delimiter })))
          const read = await collect(bytes, {}, size)
          expect(read.rows.map((row) => row.cells)).toEqual(rows)
          expect(read.rows.flatMap((row) => row.problems)).toEqual([])
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is read the same by another CSV parser', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        const header = rows[0]?.map((_, index) => `h${index}`) ?? []
        const bytes = Buffer.concat(await all(writeCsv([header, ...rows])))
        const other: string[][] = parse(bytes, { bom: true, record_delimiter: '\r\n' })
        const own = await collect(bytes, { stripGuard: false })
        expect([header, ...own.rows.map((row) => row.cells)]).toEqual(other)
      }),
    )
  })

  it('writes in blocks', async () => {
    const blocks = await all(writeCsv(Array.from({ length: 20_000 }, (_, index) => [index, '中'])))
    expect(blocks.length).toBeGreaterThan(2)
    expect([...(blocks[0]?.subarray(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf])
  })
})
