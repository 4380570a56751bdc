import { describe, expect, it } from 'vitest'
import { gbt20984MatrixAlternative } from './methods/gbt20984-matrix.ts'
import type { ScoreResult } from './score.ts'
import { score } from './score.ts'
import { ScoreError } from './score-error.ts'

const inputs = [1, 2, 3, 4, 5].flatMap((asset) =>
  [1, 2, 3, 4, 5].flatMap((threat) => [1, 2, 3, 4, 5].map((vulnerability) => ({ asset, threat, vulnerability }))),
)

function scored(method: string, input: unknown, definition?: unknown): ScoreResult {
  const result = score(method, input, definition)
  if (result instanceof ScoreError) throw new Error(result.message.en)
  return result
}

/** A second implementation: tables as text, a band is found by counting the edges that lie below the value. */
const published = {
  likelihood: '2 4 7 11 14/3 6 10 13 17/5 9 12 16 20/7 11 14 18 22/8 12 17 20 25',
  loss: '2 4 6 10 13/3 5 9 12 16/4 7 11 15 20/5 8 14 19 22/6 10 16 21 25',
  risk: '3 6 9 12 16/5 8 11 15 18/6 9 13 17 21/7 11 16 20 23/9 14 20 23 25',
}
const at = (table: string, row: number, column: number) => Number(table.split('/')[row - 1]?.split(' ')[column - 1])
const band = (value: number, edges: number[]) => 1 + edges.filter((edge) => edge < value).length

function naiveMatrix(a: number, t: number, v: number, likelihoodEdges: number[]) {
  const likelihood = at(published.likelihood, t, v)
  const loss = at(published.loss, a, v)
  const likelihoodLevel = band(likelihood, likelihoodEdges)
  const lossLevel = band(loss, [5, 10, 15, 20])
  const risk = at(published.risk, lossLevel, likelihoodLevel)
  return { likelihood, likelihoodLevel, loss, lossLevel, risk, level: band(risk, [6, 12, 18, 23]) }
}

describe('GB/T 20984-2007 matrix method', () => {
  it('gives the worked example: A2 T2 V2 → likelihood 6 (level 2), loss 5 (level 1), risk 6 (level 1)', () => {
    const result = scored('gbt20984-matrix', { asset: 2, threat: 2, vulnerability: 2 })
    expect(result).toMatchObject({ level: 1, value: 6, method: 'gbt20984-matrix', version: '1.0.0' })
    expect(result.steps.map(({ id, output }) => [id, output.value, output.level])).toEqual([
      ['likelihood', 6, 2],
      ['loss', 5, 1],
      ['risk', 6, 1],
    ])
  })

  it.each([
    ['gbt20984-matrix', [5, 11, 16, 21]],
    ['gbt20984-matrix@1.0.0-bands-17-23', [5, 11, 17, 23]],
  ])('agrees with a second implementation on all 125 inputs: %s', (method, edges) => {
    expect(inputs).toHaveLength(125)
    for (const input of inputs) {
      const naive = naiveMatrix(input.asset, input.threat, input.vulnerability, edges)
      const { level, value, steps } = scored(method, input)
      expect({ input, level, value, steps: steps.map(({ output }) => [output.value, output.level]) }).toEqual({
        input,
        level: naive.level,
        value: naive.risk,
        steps: [
          [naive.likelihood, naive.likelihoodLevel],
          [naive.loss, naive.lossLevel],
          [naive.risk, naive.level],
        ],
      })
    }
  })

  it('ends on another level for 8 of 125 inputs under the other reading of the bands', () => {
    const differ = inputs.filter(
      (input) => scored('gbt20984-matrix', input).level !== scored('gbt20984-matrix', input, gbt20984MatrixAlternative).level,
    )
    expect(differ).toHaveLength(8)
  })
})

/** A second implementation over BigInt: the first band k with A·T·V² ≤ (5k)². */
function exactLevel(a: number, t: number, v: number): number {
  const square = BigInt(a) * BigInt(t) * BigInt(v) ** 2n
  let level = 1n
  while (square > (5n * level) ** 2n) level += 1n
  return Number(level)
}

describe('GB/T 20984-2007 multiplication method', () => {
  it('gives the worked example: A4 T1 V3 → √3 · √12 = 6, level 2', () => {
    const result = scored('gbt20984-multiply', { asset: 4, threat: 1, vulnerability: 3 })
    expect(result).toMatchObject({ level: 2, value: 6 })
    expect(result.steps.map(({ output }) => output.value)).toEqual([1.73, 3.46, 6])
    expect(result.steps[2]?.rule.en).toContain('√36 = 6')
  })

  it('agrees with exact arithmetic on all 125 inputs', () => {
    for (const input of inputs) {
      const { level, value } = scored('gbt20984-multiply', input)
      const { asset, threat, vulnerability } = input
      expect({ input, level }).toEqual({ input, level: exactLevel(asset, threat, vulnerability) })
      expect(Math.abs(value ** 2 - asset * threat * vulnerability ** 2)).toBeLessThan(0.3)
    }
  })

  it('holds at the band edges, where √(T·V)·√(A·V) in floats misgrades ten inputs', () => {
    const misgraded = inputs.filter(({ asset, threat, vulnerability }) => {
      const float = Math.sqrt(threat * vulnerability) * Math.sqrt(asset * vulnerability)
      return band(float, [5, 10, 15, 20]) !== exactLevel(asset, threat, vulnerability)
    })
    expect(misgraded.map(({ asset, threat, vulnerability }) => `${asset}${threat}${vulnerability}`)).toEqual(
      '115 145 225 335 415 445 551 552 553 554'.split(' '),
    )
    for (const input of misgraded) {
      const { level, value } = scored('gbt20984-multiply', input)
      expect({ input, value }).toEqual({ input, value: level * 5 })
    }
  })
})
