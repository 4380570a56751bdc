import { describe, expect, it } from 'vitest'
import { lintDefinition } from './lint.ts'
import { builtInMethods } from './methods/registry.ts'
import type { MethodDefinition } from './schema.ts'
import { matrixDefinition } from './test-definitions.ts'

function lint(definition: MethodDefinition) {
  return lintDefinition(definition).map(({ code, severity, where, count }) => `${severity} ${code} ${where} ${count}`)
}

describe('lintDefinition', () => {
  it('finds no error and no warning in the built-in methods', () => {
    for (const method of builtInMethods) {
      expect(lintDefinition(method).filter(({ severity }) => severity !== 'info')).toEqual([])
    }
  })

  it('names the place where a non-monotone matrix falls', () => {
    const findings = lintDefinition(
      matrixDefinition([
        [1, 2, 3],
        [2, 1, 3],
        [2, 3, 3],
      ]),
    )
    const errors = findings.filter(({ code }) => code === 'level-falls')
    expect(errors.map(({ where, count }) => [where, count])).toEqual([
      ['likelihood', 1],
      ['impact', 1],
    ])
    expect(errors[0]?.message.en).toBe('As “Likelihood” rises from 1 to 2, the level falls: from 2 (Level 2) to 1 (Level 1), with “Impact” at 2')
    expect(errors[0]?.message['zh-CN']).toBe('Likelihood由“1”升至“2”，等级反而降低：由“2 Level 2”变为“1 Level 1”；此时Impact为“2”')
    expect(findings.find(({ code }) => code === 'cells-fall')).toMatchObject({
      where: 'risk',
      count: 2,
      message: { en: 'In the table “Risk”, 2 falls to 1 as “Likelihood” rises from 1 to 2, with “Impact” at 2' },
    })
  })

  it('says a finding with the names of the page, in both languages', () => {
    const method = builtInMethods.find(({ id }) => id === 'gbt20984-2022')!
    const stages = method.stages.map((stage) =>
      stage.kind === 'table' && stage.id === 'risk' ? { ...stage, cells: stage.cells.with(4, [2, 3, 4, 5, 1]) } : stage,
    )
    const message = lintDefinition({ ...method, stages }).find(({ code }) => code === 'cells-fall')?.message
    expect(message).toEqual({
      en: 'In the table “Risk to the system asset”, 5 falls to 1 as “Likelihood” rises from 4 (High) to 5 (Very high), with “Loss” at 5 (Very high)',
      'zh-CN': '系统资产风险表中，损失为“5 很高”时，可能性由“4 高”升至“5 很高”，取值反而由 5 降至 1',
    })
  })

  it('sees cells fall where the bands hide it from the outcome', () => {
    const hidden = matrixDefinition(
      [
        [2, 1],
        [3, 4],
      ],
      [2, 4],
    )
    expect(lint(hidden)).toEqual(['warning no-effect impact 1', 'warning cells-fall risk 1'])
  })

  it('counts the ties of the five-by-five product: 14 different values, 3 cells at most', () => {
    const product = [1, 2, 3, 4, 5].map((row) => [1, 2, 3, 4, 5].map((column) => row * column))
    const ties = lintDefinition(matrixDefinition(product, [4, 9, 14, 19, 25])).find(({ code }) => code === 'ties')
    expect(ties).toMatchObject({ severity: 'info', where: 'risk', count: 11 })
    expect(ties?.message.en).toBe('The 25 cells of the table “Risk” hold 14 different values; 4 stands in 3')
  })

  it('is silent on a matrix of different, rising values', () => {
    const cells = [1, 2, 3].map((row) => [1, 2, 3].map((column) => 3 * row + column))
    expect(lint(matrixDefinition(cells, [6, 9, 12]))).toEqual(['warning no-effect impact 1'])
    expect(
      lint(
        matrixDefinition(
          [
            [1, 2],
            [3, 5],
          ],
          [1, 3, 5],
        ),
      ),
    ).toEqual([])
  })

  it('reports levels that nothing reaches and jumps over them', () => {
    expect(
      lint(
        matrixDefinition(
          [
            [1, 2],
            [3, 9],
          ],
          [3, 8, 9],
        ),
      ),
    ).toEqual(['info level-jump likelihood 1', 'info level-jump impact 1', 'warning unreachable-level 2 1'])
  })

  it('looks at every factor of a method in several stages', () => {
    const [method] = builtInMethods
    if (!method) throw new Error('no built-in method')
    const stages = method.stages.map((stage) =>
      stage.kind === 'table' && stage.id === 'businessRisk' ? { ...stage, cells: stage.cells.map((row) => row.toReversed()) } : stage,
    )
    expect(lint({ ...method, stages })).toEqual(expect.arrayContaining([expect.stringContaining('error level-falls businessImportance')]))
  })
})
