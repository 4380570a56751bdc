import { describe, expect, it } from 'vitest'
import { builtInMethods, defaultMethodId, findMethod, methodIds } from './methods/registry.ts'
import { assess, score } from './score.ts'
import { ScoreError } from './score-error.ts'
import { matrixDefinition } from './test-definitions.ts'

const complete = { asset: 2, threat: 2, vulnerability: 2 }

function refused(result: unknown): ScoreError {
  if (result instanceof ScoreError) return result
  throw new Error(`not refused: ${JSON.stringify(result)}`)
}

describe('score', () => {
  it('returns level, value, method, version and steps, and nothing else', () => {
    expect(Object.keys(score('gbt20984-multiply', complete))).toEqual(['level', 'value', 'method', 'version', 'steps'])
  })

  it('names what is allowed for an unknown method', () => {
    const error = refused(score('fair', complete))
    expect(error).toMatchObject({ code: 'unknown-method', field: 'method' })
    expect(error.allowed).toEqual(expect.arrayContaining([...methodIds, 'gbt20984-matrix@1.0.0-bands-17-23']))
    expect(error.message.en).toContain('gbt20984-2022, gbt20984-matrix, gbt20984-multiply, iso27005-5x5, nist800-30, custom-matrix')
    expect(error.message['zh-CN']).toContain('未知方法 “fair”')
  })

  it.each([0, 6, -1, 1.5, Number.NaN, Infinity, '2', '', 'high', true, {}, [2]])('refuses %j as a value off the scale', (asset) => {
    const error = refused(score('gbt20984-matrix', { ...complete, asset }))
    expect(error).toMatchObject({
      code: 'value-out-of-scale',
      field: 'asset',
      allowed: ['1', '2', '3', '4', '5', 'VL', 'L', 'M', 'H', 'VH'],
    })
    expect(error.message.en).toContain('whole numbers 1 to 5')
  })

  it.each([undefined, null])('refuses a factor given as %s', (threat) => {
    const error = refused(score('gbt20984-matrix', { ...complete, threat }))
    expect(error).toMatchObject({ code: 'missing-factor', field: 'threat' })
    expect(error.message.en).toBe('Missing: threat. Allowed for threat: whole numbers 1 to 5 or VL, L, M, H, VH.')
  })

  it('lists all that is missing', () => {
    expect(refused(score('gbt20984-matrix', {})).message.en).toContain('Missing: asset, threat, vulnerability.')
  })

  it.each(['vuln', '__proto__', 'constructor', 'toString'])('refuses the unknown factor %s', (key) => {
    const error = refused(score('gbt20984-matrix', JSON.parse(`{"asset":2,"threat":2,"vulnerability":2,"${key}":{"asset":5}}`)))
    expect(error).toMatchObject({ code: 'unknown-factor', field: key, allowed: ['asset', 'threat', 'vulnerability'] })
  })

  it('reads own properties only', () => {
    expect(refused(score('gbt20984-matrix', Object.create(complete)))).toMatchObject({ code: 'missing-factor', field: 'asset' })
  })

  it.each([null, undefined, 3, 'asset=2', [2, 2, 2]])('refuses %j as input', (input) => {
    expect(refused(score('gbt20984-matrix', input))).toMatchObject({ code: 'invalid-input', allowed: ['asset', 'threat', 'vulnerability'] })
  })

  it('shows hostile text as escapes and cuts it', () => {
    const { message } = refused(score(`x\u001b[2J\n\u202e${'y'.repeat(10_000)}`, complete))
    expect(message.en).toContain('“x\\u{1b}[2J\\u{a}\\u{202e}yyy')
    expect(message.en.length).toBeLessThan(600)
  })
})

describe('a definition of the organisation’s own', () => {
  const own = matrixDefinition(
    [
      [1, 2],
      [3, 4],
    ],
    [1, 2, 4],
  )

  it('is used under its own id, with its version, or as custom-matrix', () => {
    for (const method of ['acme-2026', 'acme-2026@3', 'custom-matrix']) {
      expect(score(method, { likelihood: 2, impact: 1 }, own)).toMatchObject({ level: 3, value: 3, method: 'acme-2026', version: '3' })
    }
  })

  it('is required for custom-matrix', () => {
    expect(score('custom-matrix', { likelihood: 1 })).toMatchObject({ code: 'definition-required', field: 'definition' })
  })

  it('is refused under another id, so that a method never changes silently', () => {
    expect(score('nist800-30', { likelihood: 1, impact: 1 }, own)).toMatchObject({ code: 'definition-mismatch', field: 'method' })
  })

  it('is refused when not valid, naming the place', () => {
    const error = refused(score('custom-matrix', {}, { ...own, stages: [{ ...own.stages[0], cells: [[1, 2]] }] }))
    expect(error).toMatchObject({ code: 'invalid-definition', field: 'stages.0.cells' })
    expect(error.message.en).toContain('likelihood needs 2 rows, found 1')
  })
})

describe('assess', () => {
  it('names what is not assessed instead of guessing', () => {
    const result = assess('gbt20984-matrix', { asset: 5, threat: null })
    expect(result).toEqual({ assessed: false, missing: ['threat', 'vulnerability'], method: 'gbt20984-matrix', version: '1.0.0' })
  })

  it('gives the score with its steps where all is known', () => {
    expect(assess('gbt20984-matrix', complete)).toEqual({ assessed: true, ...score('gbt20984-matrix', complete) })
  })

  it('still refuses what is wrong', () => {
    expect(assess('gbt20984-matrix', { asset: 9, threat: null })).toMatchObject({ code: 'value-out-of-scale', field: 'asset' })
    expect(assess('none', complete)).toMatchObject({ code: 'unknown-method' })
  })
})

describe('the built-in methods', () => {
  it('are found by id in the preferred version and by id and version', () => {
    expect(findMethod('gbt20984-matrix')?.version).toBe('1.0.0')
    expect(findMethod('gbt20984-matrix@1.0.0-bands-17-23')?.version).toBe('1.0.0-bands-17-23')
    expect(findMethod('gbt20984-matrix@2')).toBeUndefined()
    expect(methodIds[0]).toBe(defaultMethodId)
  })

  it('differ by id and version, and only the 2007 ones are legacy', () => {
    const keys = builtInMethods.map(({ id, version }) => `${id}@${version}`)
    expect(new Set(keys).size).toBe(keys.length)
    for (const { id, status } of builtInMethods) {
      expect({ id, status }).toEqual({ id, status: /matrix|multiply/.test(id) ? 'legacy' : 'current' })
    }
  })

  it('cannot be changed by a reader', () => {
    const [stage] = findMethod('nist800-30')?.stages ?? []
    expect(() => stage?.kind === 'table' && stage.cells[0]?.splice(0, 1)).toThrow(TypeError)
  })
})
