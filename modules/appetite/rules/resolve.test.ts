import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assetCategories, properties, threatGroups, type Category } from '../contract/category.ts'
import type { Line } from '../contract/statement.ts'
import { laxerLines } from './lint.ts'
import { limitKeys, lineFor, resolver, type LimitKey, type Subject } from './resolve.ts'

const tree: Readonly<Record<string, string | null>> = { company: null, plant: 'company', line1: 'plant', office: 'company', law: 'office' }
const pathOf = (unit: string | null): string[] => (unit === null ? [] : [unit, ...pathOf(tree[unit]!)])

const category: fc.Arbitrary<Category> = fc.oneof(
  fc.constant<Category>({ kind: 'all' }),
  fc.constantFrom(...threatGroups.slice(0, 3)).map((value): Category => ({ kind: 'threatGroup', value })),
  fc.constantFrom(...properties).map((value): Category => ({ kind: 'property', value })),
  fc.constantFrom(...assetCategories.slice(0, 3)).map((value): Category => ({ kind: 'assetCategory', value })),
)
const limits = (max: number) => fc.option(fc.tuple(fc.integer({ min: 1, max }), fc.integer({ min: 0, max: 3 })).map(([appetite, more]) => ({ appetite, tolerance: appetite + more })), { nil: null })
const lines: fc.Arbitrary<Line[]> = fc.array(
  fc.record({ category, unit: fc.constantFrom(null, ...Object.keys(tree)), level: limits(5), expected: limits(1_000), extreme: limits(9_000) }), { maxLength: 14 },
).map((all) => all.map((one, i) => ({ ...one, id: `line-${i}`, words: null })))
const subject: fc.Arbitrary<Subject> = fc.record({
  threatGroup: fc.option(fc.constantFrom<string>(...threatGroups.slice(0, 3)), { nil: null }),
  properties: fc.subarray<string>([...properties]),
  assetCategory: fc.option(fc.constantFrom<string>(...assetCategories.slice(0, 3)), { nil: null }),
  units: fc.constantFrom(null, ...Object.keys(tree)).map((unit) => pathOf(unit)),
})

/** The rule as one would say it aloud: walk up from the unit, look at named categories before "all", take the strictest. */
const aloud = (all: readonly Line[], key: LimitKey, { threatGroup, properties: lost, assetCategory, units }: Subject): string | null => {
  const stated = all.filter((l) => l[key] !== null)
  const named = (l: Line) =>
    (l.category.kind === 'threatGroup' && l.category.value === threatGroup) || (l.category.kind === 'property' && lost.includes(l.category.value)) || (l.category.kind === 'assetCategory' && l.category.value === assetCategory)
  for (const unit of [...units, null]) {
    const here = stated.filter((l) => l.unit === unit)
    for (const fitting of [here.filter(named), here.filter((l) => l.category.kind === 'all')]) {
      if (fitting.length === 0) continue
      const least = Math.min(...fitting.map((l) => l[key]!.tolerance))
      const strict = fitting.filter((l) => l[key]!.tolerance === least)
      const wanted = Math.min(...strict.map((l) => l[key]!.appetite))
      return strict.find((l) => l[key]!.appetite === wanted)!.id
    }
  }
  return null
}

describe('the most specific line', () => {
  it('wins as one would say it aloud', () => {
    fc.assert(fc.property(lines, subject, (all, risk) => {
      for (const key of limitKeys) expect(lineFor(all, key, risk)?.id ?? null).toBe(aloud(all, key, risk))
    }), { numRuns: 2_000 })
  })

  it('is the same looked up one by one or remembered', () => {
    fc.assert(fc.property(lines, fc.array(subject, { maxLength: 20 }), (all, risks) => {
      const resolve = resolver(all)
      for (const risk of risks) expect(limitKeys.map((key) => resolve(risk)[key]?.id)).toEqual(limitKeys.map((key) => lineFor(all, key, risk)?.id))
    }))
  })

  it('never gets laxer by a line that says nothing about the risk', () => {
    fc.assert(fc.property(lines, subject, (all, risk) => {
      const other: Line = { id: 'other', category: { kind: 'assetCategory', value: 'premises' }, unit: null, level: { appetite: 9, tolerance: 9 }, expected: null, extreme: null, words: null }
      expect(lineFor([...all, other], 'level', risk)?.id).toBe(lineFor(all, 'level', risk)?.id)
    }))
  })
})

describe('lines laxer than the one above', () => {
  const line = (id: string, unit: string | null, tolerance: number, of: Category = { kind: 'all' }): Line => ({ id, category: of, unit, level: { appetite: 1, tolerance }, expected: null, extreme: null, words: null })
  const above = (unit: string) => pathOf(tree[unit]!)

  it('are told with the nearest line of the same category above', () => {
    expect(laxerLines([line('org', null, 2), line('plant', 'plant', 1), line('line1', 'line1', 3)], above)).toEqual([{ line: 'line1', than: 'plant', key: 'level' }])
    expect(laxerLines([line('org', null, 2), line('office', 'office', 2)], above)).toEqual([])
    expect(laxerLines([line('org', null, 2, { kind: 'property', value: 'integrity' }), line('office', 'office', 4)], above)).toEqual([])
    expect(laxerLines([line('plant', 'plant', 2), line('law', 'law', 4)], above)).toEqual([])
  })
})
