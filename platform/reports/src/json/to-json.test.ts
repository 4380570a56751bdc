import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../model/report.ts'
import { sampleSoa } from '../testing/sample/soa.ts'
import { toJson } from './to-json.ts'

/** The same value with members in another order. */
function shuffled(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, seed))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value).map(([name, member]) => [name, shuffled(member, seed)] as const)
  return Object.fromEntries(
    seed % 2 === 0 ? members.reverse() : [...members.slice(seed % members.length), ...members.slice(0, seed % members.length)],
  )
}

describe('toJson', () => {
  const report = sampleSoa('zh-CN', 5)

  it('gives back the report, whole', () => {
    expect(JSON.parse(toJson(report))).toEqual({ format: 'heng-report', formatVersion: 1, report: JSON.parse(JSON.stringify(report)) })
  })

  it('does not depend on the order of members', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (seed) => {
        expect(toJson(shuffled(report, seed) as Report)).toBe(toJson(report))
      }),
    )
  })

  it('orders members by code unit and writes no spaces (RFC 8785, 3.2.3)', () => {
    expect(
      toJson({
        ...report,
        scales: {},
        sections: [
          {
            heading: 'S',
            blocks: [{ type: 'table', columns: [{ title: 'A', key: 'a' }], rows: [{ b: 1, a: null, '€': 2, Z: undefined }] }],
          },
        ],
        approvals: [],
      }),
    ).toContain(
      '"sections":[{"blocks":[{"columns":[{"key":"a","title":"A"}],"rows":[{"a":null,"b":1,"€":2}],"type":"table"}],"heading":"S"}]',
    )
  })

  it('refuses a broken report', () => {
    expect(() => toJson({ ...report, timezone: 'nowhere' })).toThrow('timezone')
  })
})
