import { describe, expect, it } from 'vitest'
import { builtInMethods, findMethod } from './methods/registry.ts'
import type { MethodDefinition, TableStage } from './schema.ts'
import { matrixDefinition } from './test-definitions.ts'
import { validateDefinition } from './validate.ts'

const sound = matrixDefinition(
  [
    [1, 2, 3],
    [2, 4, 6],
    [3, 6, 9],
  ],
  [2, 4, 9],
)
const stage = sound.stages[0] as TableStage
const [likelihood, impact] = sound.factors as [MethodDefinition['factors'][number], MethodDefinition['factors'][number]]

function problems(value: unknown) {
  const check = validateDefinition(value)
  return check.ok ? [] : check.problems
}

describe('validateDefinition', () => {
  it('accepts every built-in method, also after a round trip through JSON', () => {
    for (const method of builtInMethods)
      expect(validateDefinition(JSON.parse(JSON.stringify(method)))).toEqual({ ok: true, definition: method })
  })

  it('accepts an adapted copy: other bands, names and scale', () => {
    expect(problems(sound)).toEqual([])
    expect(problems({ ...findMethod('gbt20984-matrix'), id: 'acme', status: 'custom' })).toEqual([])
    expect(problems({ ...sound, factors: [{ ...likelihood, min: 0, max: 2 }, impact] })).toEqual([])
  })

  it.each<[string, string, unknown]>([
    ['version', 'version', { ...sound, version: '' }],
    ['a language missing', 'title.zh-CN', { ...sound, title: { en: 'only' } }],
    ['an unknown key', '', { ...sound, formula: 'a*b' }],
    ['a stage of another kind', 'stages.0.kind', { ...sound, stages: [{ ...stage, kind: 'script' }] }],
    ['a cell that is not whole', 'stages.0.cells.0.0', { ...sound, stages: [{ ...stage, cells: [[1.5]] }] }],
    ['rows short', 'stages.0.cells', { ...sound, stages: [{ ...stage, cells: stage.cells.slice(1) }] }],
    [
      'a ragged row',
      'stages.0.cells',
      {
        ...sound,
        stages: [
          {
            ...stage,
            cells: [
              [1, 2, 3],
              [2, 4],
              [3, 6, 9],
            ],
          },
        ],
      },
    ],
    ['bands that do not rise', 'stages.0.bands', { ...sound, stages: [{ ...stage, bands: [4, 4, 9] }] }],
    ['a value above the last band', 'stages.0.bands', { ...sound, stages: [{ ...stage, bands: [2, 4, 8] }] }],
    ['more bands than names', 'stages.0', { ...sound, stages: [{ ...stage, bands: [1, 2, 4, 9] }] }],
    [
      'level 0',
      'stages.0.cells',
      {
        ...sound,
        stages: [
          {
            ...stage,
            bands: undefined,
            cells: [
              [0, 1, 2],
              [1, 2, 3],
              [2, 3, 3],
            ],
          },
        ],
      },
    ],
    ['an unknown reference', 'stages.0', { ...sound, stages: [{ ...stage, rows: 'threat' }] }],
    ['a stage that reads itself', 'stages.0', { ...sound, stages: [{ ...stage, rows: 'risk' }] }],
    ['an id taken twice', 'stages.0.id', { ...sound, stages: [{ ...stage, id: 'impact' }] }],
    ['two factors of one id', 'factors', { ...sound, factors: [likelihood, impact, impact] }],
    ['a factor nothing uses', 'factors.2', { ...sound, factors: [likelihood, impact, { ...impact, id: 'mood' }] }],
    ['an empty scale', 'factors.0.max', { ...sound, factors: [{ ...likelihood, max: 1 }, impact] }],
    ['a scale half named', 'factors.0.levels', { ...sound, factors: [{ ...likelihood, levels: sound.levels.slice(1) }, impact] }],
    [
      'level ids that differ in case only',
      'levels',
      { ...sound, levels: sound.levels.map((level, index) => ({ ...level, id: index ? 'x' : 'X' })) },
    ],
    ['an axis that is nothing', 'axes.impact', { ...sound, axes: { likelihood: 'likelihood', impact: 'loss' } }],
    ['an axis that is the outcome', 'axes.impact', { ...sound, axes: { likelihood: 'likelihood', impact: 'risk' } }],
    ['an optional factor without a stage before', 'stages', { ...sound, factors: [likelihood, { ...impact, optional: true }] }],
    [
      'an outcome without levels',
      'stages.0',
      { ...sound, stages: [{ kind: 'root-product', id: 'risk', title: stage.title, factors: ['likelihood', 'impact'] }] },
    ],
    [
      'a root above its last band',
      'stages.0.bands',
      {
        ...sound,
        stages: [{ kind: 'root-product', id: 'risk', title: stage.title, factors: ['likelihood', 'impact'], bands: [1, 2] }],
        levels: sound.levels.slice(0, 2),
      },
    ],
  ])('refuses %s', (_, path, value) => {
    const found = problems(value)
    expect(found.map((problem) => problem.path)).toContain(path)
    for (const { message } of found) expect([message.en, message['zh-CN']].every((said) => said.length > 0)).toBe(true)
  })

  it('refuses an optional factor anywhere but in the last stage', () => {
    const method = findMethod('gbt20984-2022') as MethodDefinition
    const factors = method.factors.map((factor) => (factor.id === 'asset' ? { ...factor, optional: true } : factor))
    expect(problems({ ...method, factors })).toMatchObject([{ path: 'stages.1' }])
  })

  it('bounds the grid', () => {
    const wide = { ...likelihood, min: 0, max: 20 }
    const factors = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...wide, id }))
    const root = { kind: 'root-product', id: 'risk', title: stage.title, factors: ['a', 'b', 'c', 'd', 'e'], bands: [2, 4, 9000] }
    expect(problems({ ...sound, factors, stages: [root], axes: undefined })).toMatchObject([{ path: 'factors' }])
  })

  it.each(['__proto__', 'constructor'])('refuses the key %s', (key) => {
    const text = JSON.stringify(sound).replace('{', `{"${key}":{"polluted":true},`)
    expect(problems(JSON.parse(text))).toHaveLength(1)
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false)
  })

  it('says shape problems in both languages', () => {
    const [problem] = problems({ ...sound, version: 7 })
    expect(problem?.message).toEqual({ en: expect.stringContaining('expected string'), 'zh-CN': expect.stringContaining('无效输入') })
  })

  it('is quick and brief on huge, deep and cyclic values', () => {
    const cyclic: Record<string, unknown> = {}
    cyclic['self'] = cyclic
    let deep: unknown = 1
    for (let level = 0; level < 200_000; level++) deep = [deep]
    const huge = { ...sound, stages: Array.from({ length: 1_000_000 }, () => 0) }
    for (const hostile of [huge, deep, cyclic]) {
      expect(problems(hostile)).toMatchObject([{ path: '', message: { en: expect.stringContaining('too large') } }])
    }
    expect(
      problems({ ...sound, stages: [{ ...stage, cells: Array.from({ length: 21 }, () => Array.from({ length: 21 }, () => -1)) }] }),
    ).toHaveLength(50)
  })
})
