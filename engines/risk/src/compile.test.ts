import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile, NOT_ASSESSED } from './compile.ts'
import { builtInMethods, findMethod } from './methods/registry.ts'
import type { MethodDefinition } from './schema.ts'
import { assess } from './score.ts'
import { matrixDefinition } from './test-definitions.ts'

const named = builtInMethods.map((method) => [`${method.id}@${method.version}`, method] as const)

/** Values on the scales of a method, null now and then, optional factors left out now and then. */
function inputsOf({ factors }: MethodDefinition) {
  const optional = factors.filter((factor) => factor.optional).map(({ id }) => id)
  const values = Object.fromEntries(factors.map(({ id, min, max }) => [id, fc.option(fc.integer({ min, max }), { freq: 10 })]))
  return fc.record(values, { requiredKeys: Object.keys(values).filter((id) => !optional.includes(id)) })
}

describe.each(named)('compiled %s', (_, method) => {
  const compiled = compile(method)

  it('has one place for every combination, none of them empty', () => {
    const size = method.factors.reduce((product, { min, max, optional }) => product * (max - min + (optional ? 2 : 1)), 1)
    expect(compiled.table).toHaveLength(size)
    expect(Math.min(...compiled.table)).toBe(1)
    expect(Math.max(...compiled.table)).toBe(5)
  })

  it('agrees with the step-by-step score, and gives no level where a factor is null', () => {
    fc.assert(
      fc.property(fc.array(inputsOf(method), { maxLength: 20 }), (inputs) => {
        const levels = inputs.map((input) => {
          const result = assess(`${method.id}@${method.version}`, input)
          return 'assessed' in result && result.assessed ? result.level : null
        })
        expect(inputs.map((input) => compiled.levelOf(input))).toEqual(levels)
        expect([...compiled.scoreMany(inputs)]).toEqual(levels.map((level) => level ?? NOT_ASSESSED))
        inputs.forEach((input, row) => expect(levels[row] === null).toBe(Object.values(input).includes(null)))
      }),
    )
  })

  it('never falls when a factor rises', () => {
    const rising = fc.record({ input: inputsOf(method), factor: fc.constantFrom(...method.factors) })
    fc.assert(
      fc.property(rising, ({ input, factor: { id, max } }) => {
        const value = input[id]
        const before = compiled.levelOf(input)
        fc.pre(typeof value === 'number' && value < max && before !== null)
        expect(compiled.levelOf({ ...input, [id]: (value ?? 0) + 1 })).toBeGreaterThanOrEqual(before ?? 0)
      }),
    )
  })
})

describe('compile', () => {
  it('handles scales that start at 0 and differ in length', () => {
    const method = matrixDefinition([
      [1, 1, 2],
      [1, 2, 3],
    ])
    const shifted = { ...method, factors: method.factors.map((factor) => ({ ...factor, min: 0, max: factor.max - 1 })) }
    const { table, levelOf } = compile(shifted)
    expect([...table]).toEqual([1, 1, 2, 1, 2, 3])
    expect(levelOf({ likelihood: 0, impact: 2 })).toBe(2)
    expect(levelOf({ likelihood: 1, impact: 0 })).toBe(1)
  })

  it.each([0, 6, 1.5, Number.NaN])('throws on %d, naming row and factor', (threat) => {
    const { scoreMany } = compile(findMethod('gbt20984-matrix') as MethodDefinition)
    const rows = [
      { asset: 1, threat: 1, vulnerability: 1 },
      { asset: 1, threat, vulnerability: 1 },
    ]
    expect(() => scoreMany(rows)).toThrow(new RangeError(`threat in row 1: ${threat} is not a whole number from 1 to 5`))
  })

  it('scores 50,000 scenarios far below 100 ms', () => {
    const { scoreMany } = compile(findMethod('gbt20984-2022') as MethodDefinition)
    const rows = Array.from({ length: 50_000 }, (_, row) => ({
      asset: 1 + (row % 5),
      threat: 1 + (row % 4),
      exploitability: row % 97 === 0 ? null : 1 + (row % 3),
      impact: 1 + (row % 5),
    }))
    const times = Array.from({ length: 5 }, () => {
      const start = performance.now()
      const levels = scoreMany(rows)
      expect(levels).toHaveLength(50_000)
      return performance.now() - start
    })
    expect(Math.min(...times)).toBeLessThan(100)
  })
})
