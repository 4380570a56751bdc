import { describe, expect, it } from 'vitest'
import { sampleSoa } from '../testing/sample/soa.ts'
import { tortureReport } from '../testing/sample/torture.ts'
import type { Block } from './block.ts'
import { checkPagedSize, checkReport } from './check.ts'
import { ReportError } from './error.ts'
import type { Report } from './report.ts'

const refusal = (report: Report): ReportError => {
  try {
    checkReport(report)
  } catch (error) {
    if (error instanceof ReportError) return error
  }
  throw new Error('was not refused')
}
const sample = sampleSoa('en', 2)
const withBlock = (block: Block): Report => ({ ...sample, sections: [{ heading: 'S', blocks: [block] }] })

describe('checkReport', () => {
  it('passes the samples', () => {
    expect(() => checkReport(sample)).not.toThrow()
    expect(() => checkReport(tortureReport())).not.toThrow()
  })

  it.each<[string, Report, string]>([
    ['an unknown zone', { ...sample, timezone: 'Asia/Atlantis' }, 'timezone'],
    ['a time without zone', { ...sample, generatedAt: '2026-11-22T10:00:00' }, 'generatedAt'],
    ['an endless title', { ...sample, title: 'x'.repeat(301) }, 'title'],
    ['a level without a name', { ...sample, scales: { risk: [{ key: 'a', title: ' ', colour: '#FFFFFF' }] } }, 'scales.risk[0].title'],
    ['a colour by name', { ...sample, scales: { risk: [{ key: 'a', title: 'A', colour: 'red' }] } }, 'scales.risk[0].colour'],
    ['a table without columns', withBlock({ type: 'table', columns: [], rows: [] }), 'sections[0].blocks[0].columns'],
    [
      'a key used twice',
      withBlock({
        type: 'table',
        columns: [
          { key: 'a', title: 'A' },
          { key: 'a', title: 'B' },
        ],
        rows: [],
      }),
      'sections[0].blocks[0].columns[1].key',
    ],
    [
      'an unknown scale',
      withBlock({ type: 'table', columns: [{ key: 'a', title: 'A', kind: 'level', scale: 'nix' }], rows: [] }),
      'sections[0].blocks[0].columns[0].scale',
    ],
    [
      'a weight of zero',
      withBlock({ type: 'table', columns: [{ key: 'a', title: 'A', weight: 0 }], rows: [] }),
      'sections[0].blocks[0].columns[0].weight',
    ],
    [
      'a ragged matrix',
      withBlock({
        type: 'heat-map',
        scale: 'risk',
        rows: { title: 'R', labels: ['1'] },
        columns: { title: 'C', labels: ['1', '2'] },
        cells: [[{ count: 1, level: 'low' }]],
      }),
      'sections[0].blocks[0].cells[0]',
    ],
    [
      'a matrix level that is not of the scale',
      withBlock({
        type: 'heat-map',
        scale: 'risk',
        rows: { title: 'R', labels: ['1'] },
        columns: { title: 'C', labels: ['1'] },
        cells: [[{ count: 1, level: 'nix' }]],
      }),
      'sections[0].blocks[0].cells[0][0].level',
    ],
  ])('refuses %s and names the place', (_name, report, place) => {
    const error = refusal(report)
    expect([error.code, error.place]).toEqual(['invalid', place])
    expect(error.message).toContain(place)
  })

  it('refuses for paged formats what they cannot hold', () => {
    const row = { a: 'x'.repeat(30_000) }
    const table = (rows: number): Report =>
      withBlock({ type: 'table', columns: [{ key: 'a', title: 'A' }], rows: Array.from({ length: rows }, () => row) })
    expect(() => checkPagedSize(table(200))).not.toThrow()
    expect(() => checkPagedSize(table(300))).toThrow(/9000000 characters/)
    expect(() =>
      checkPagedSize(withBlock({ type: 'table', columns: [{ key: 'b', title: 'B' }], rows: Array.from({ length: 100_001 }, () => row) })),
    ).toThrow(/100001 table cells/)
  })
})
