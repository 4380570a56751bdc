import { parseVector } from '@heng/engine-cvss'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AnswerError, comprehensiveTable, environmentTable, exploitabilityTable, gbt30279FromCvss, gbt30279Grades, gbt30279Indicators, gradeGbt30279, impactLevelTable, technicalTable, type Answers, type Tree } from './index.ts'

/** The rows as the annexes list them, by level; letters as in CVSS. The same source in its own order: this guards the transcription, not the source. */
const annexA: Readonly<Record<number, string>> = {
  9: 'NLNN', 8: 'NLLN NLNR ALNN LLNN NHNN', 7: 'NLLR ALLN NLHN', 6: 'ALNR LLNR LLLN', 5: 'NHLN NHNR AHNN ALLR', 4: 'AHNR AHLN LHNN LLLR NHLR',
  3: 'LHLN NHHN NLHR ALHR ALHN', 2: 'LLHN LHNR PLNN NHHR AHHN AHLR LLHR PLNR PLLN LHHN', 1: 'LHLR AHHR PHNN PLHN PLLR PHLN LHHR PHNR PHHR PHHN PHLR PLHR',
}
const annexC: Readonly<Record<number, string>> = {
  9: 'HLH', 8: 'HLM HMH MLH', 7: 'HLL HMM HHH MLM MMH', 6: 'HML HHM MLL MMM MHH', 5: 'HHL MML MHM LLH', 4: 'MHL LLM LMH', 3: 'LLL LMM LHH', 2: 'LML LHM', 1: 'LHL',
}
const letters: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accessPath: { N: 'network', A: 'adjacent', L: 'local', P: 'physical' }, triggerRequirement: { L: 'low', H: 'high' }, privileges: { N: 'none', L: 'low', H: 'high' }, interaction: { N: 'not-needed', R: 'needed' },
  scope: { H: 'high', M: 'medium', L: 'low' }, exploitCost: { H: 'high', M: 'medium', L: 'low' }, repairDifficulty: { H: 'high', M: 'medium', L: 'low' },
}
const answersOf = (tree: Tree, row: string): Record<string, string> => Object.fromEntries(tree.points.map((p, i) => [p.id, letters[p.id]![row[i]!]!]))
const rowsOf = (annex: Readonly<Record<number, string>>): [number, string][] => Object.entries(annex).flatMap(([level, rows]) => rows.split(' ').map((row): [number, string] => [Number(level), row]))

/** Annexes D and E as ranges: [grade, impact or technical grade, lowest and highest of the other]. */
const annexD: readonly (readonly [string, number, number, number])[] = [
  ['critical', 9, 9, 9], ['critical', 8, 9, 9], ['critical', 7, 9, 9],
  ['high', 9, 2, 8], ['high', 8, 5, 8], ['high', 7, 6, 8], ['high', 6, 8, 9], ['high', 5, 8, 9], ['high', 4, 9, 9], ['high', 3, 9, 9],
  ['medium', 9, 1, 1], ['medium', 8, 1, 4], ['medium', 7, 1, 5], ['medium', 6, 1, 7], ['medium', 5, 1, 7], ['medium', 4, 2, 8], ['medium', 3, 3, 8], ['medium', 2, 3, 9], ['medium', 1, 9, 9],
  ['low', 4, 1, 1], ['low', 3, 1, 2], ['low', 2, 1, 2], ['low', 1, 1, 8],
]
const annexE: readonly (readonly [string, string, number, number])[] = [
  ['critical', 'critical', 7, 9], ['critical', 'high', 8, 9], ['critical', 'medium', 9, 9],
  ['high', 'critical', 4, 6], ['high', 'high', 7, 7], ['high', 'medium', 8, 8], ['high', 'low', 9, 9],
  ['medium', 'critical', 1, 3], ['medium', 'high', 5, 6], ['medium', 'medium', 6, 7], ['medium', 'low', 7, 8],
  ['low', 'high', 1, 4], ['low', 'medium', 1, 5], ['low', 'low', 1, 6],
]
const impactOf = (levels: readonly string[]): number => {
  const [serious, limited] = ['serious', 'limited'].map((level) => levels.filter((one) => one === level).length) as [number, number]
  return serious === 0 ? limited : serious === 3 ? 9 : serious === 2 ? 7 + limited : 4 + limited
}
const properties = { confidentiality: 'none', integrity: 'none', availability: 'none' }

describe('GB/T 30279-2020', () => {
  it('grades exploitability and environment as the annexes list them, row by row', () => {
    expect([rowsOf(annexA).length, rowsOf(annexC).length]).toEqual([48, 27])
    for (const [level, row] of rowsOf(annexA)) expect([row, gradeGbt30279(answersOf(exploitabilityTable, row)).groups.exploitability.value]).toEqual([row, level])
    for (const [level, row] of rowsOf(annexC)) expect([row, gradeGbt30279(answersOf(environmentTable, row)).groups.environment.value]).toEqual([row, level])
  })

  it('grades impact by how many properties are affected how much, and all combinations technically and comprehensively', () => {
    const exploitability = Object.values(annexA).map((rows) => answersOf(exploitabilityTable, rows.split(' ')[0]!))
    const environment = Object.values(annexC).map((rows) => answersOf(environmentTable, rows.split(' ')[0]!))
    const impacts = impactLevelTable.points[0]!.values.flatMap((c) => impactLevelTable.points[1]!.values.flatMap((i) => impactLevelTable.points[2]!.values.map((a) => [c.id, i.id, a.id])))
    expect([exploitability.length, environment.length, impacts.length]).toEqual([9, 9, 27])
    for (const [c, i, a] of impacts) {
      const impact = impactOf([c!, i!, a!])
      exploitability.forEach((one, e) => environment.forEach((other, n) => {
        const told = gradeGbt30279({ confidentiality: c, integrity: i, availability: a, ...one, ...other })
        const technical = annexD.filter(([, own, low, high]) => own === impact && e + 1 >= low && e + 1 <= high)
        expect(technical).toHaveLength(impact === 0 ? 0 : 1)
        const comprehensive = annexE.filter(([, own, low, high]) => own === technical[0]?.[0] && n + 1 >= low && n + 1 <= high)
        expect([told.groups.impact.value, told.technical.value, told.comprehensive.value]).toEqual([impact, technical[0]?.[0] ?? 'none', comprehensive[0]?.[0] ?? 'none'])
      }))
    }
  })

  it('is never milder for a worse level', () => {
    for (const tree of [exploitabilityTable, impactLevelTable, environmentTable, technicalTable, comprehensiveTable]) {
      const steps = tree.points.map((_, i) => tree.points.slice(i + 1).reduce((n, p) => n * p.values.length, 1))
      tree.table.forEach((outcome, row) => tree.points.forEach((p, i) => {
        if (Math.floor(row / steps[i]!) % p.values.length < p.values.length - 1) expect([tree.id, row, outcome <= tree.table[row + steps[i]!]!]).toEqual([tree.id, row, true])
      }))
    }
  })

  const someAnswers = fc.record(Object.fromEntries(gbt30279Indicators.map((p) => [p.id, fc.oneof(
    fc.constant(null), fc.constantFrom(...p.values.map((v) => v.id)), fc.subarray(p.values.map((v) => v.id), { minLength: 1 }),
  )])))
  it('leaves the range that the unknown indicators leave, each end of it reached', () => {
    fc.assert(fc.property(someAnswers, fc.infiniteStream(fc.nat()), (answers: Answers, picks) => {
      const told = gradeGbt30279(answers)
      const ends = (worst: boolean) => Object.fromEntries(gbt30279Indicators.map((p) => {
        const open = p.values.filter((v) => answers[p.id] === null || [answers[p.id]].flat().includes(v.id))
        return [p.id, (worst ? open.at(-1)! : open[0]!).id]
      }))
      for (const kind of ['technical', 'comprehensive'] as const) {
        expect([told[kind].possible[0], told[kind].possible.at(-1)]).toEqual([gradeGbt30279(ends(false))[kind].value, gradeGbt30279(ends(true))[kind].value])
        expect(told[kind].value).toBe(told[kind].possible.length === 1 ? told[kind].possible[0] : null)
      }
      const filled = Object.fromEntries(gbt30279Indicators.map((p) => {
        const open = p.values.filter((v) => answers[p.id] === null || [answers[p.id]].flat().includes(v.id))
        return [p.id, open[picks.next().value! % open.length]!.id]
      }))
      expect(told.comprehensive.possible).toContain(gradeGbt30279(filled).comprehensive.value)
      expect(told.notAssessed).toEqual(gbt30279Indicators.filter((p) => answers[p.id] === null).map((p) => p.id))
    }))
  })

  it('tells each step with its annex in both languages', () => {
    const told = gradeGbt30279({ ...answersOf(exploitabilityTable, 'NLNN'), ...properties, confidentiality: 'serious', scope: 'high', exploitCost: 'low' })
    expect(told.technical).toEqual({ value: 'high', possible: ['high'] })
    expect(told.comprehensive).toEqual({ value: null, possible: ['high', 'critical'] })
    expect(told.steps.map((s) => s.text.en)).toEqual([
      'Exploitability: level 9 (Access path: network, Trigger requirement: low, Privileges needed: none, Interaction: not needed; Annex A).',
      'Impact: level 4 (Confidentiality: serious, Integrity: none, Availability: none; Annex B).',
      'Technical grade: high (Impact: level 4, Exploitability: level 9; Annex D).',
      'Environmental factors: level 7 to level 9 (Extent of the effect: high, Cost of exploitation: low, Difficulty of repair: not assessed; Annex C).',
      'Comprehensive grade: high or critical (Technical grade: high, Environmental factors: level 7 to level 9; Annex E).',
    ])
    expect(told.steps[4]!.text['zh-CN']).toBe('综合分级：高危或超危（技术分级：高危，环境因素：7级至9级；附录 E）。')
    expect([told.standard, told.version, told.notAssessed]).toEqual(['GB/T 30279-2020', '1.0.0', ['repairDifficulty']])
  })

  it('grades nothing that affects no property, and refuses a level that the tables do not know', () => {
    expect(gradeGbt30279(properties).technical).toEqual({ value: 'none', possible: ['none'] })
    expect(() => gradeGbt30279({ scope: 'none' })).toThrow(AnswerError)
    expect(() => gradeGbt30279({ scope: [] })).toThrow(/scope/)
  })
})

describe('indicators by CVSS', () => {
  it.each([
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H', ['critical']],
    ['CVSS:3.0/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H', ['high']],
    ['CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:U/C:L/I:N/A:N', ['low']],
    // Version 2.0 does not tell interaction: exploitability 8 or 9, impact 9.
    ['AV:N/AC:L/Au:N/C:C/I:C/A:C', ['high', 'critical']],
    // "Local" may be physical, "medium" says nothing of what it takes, rights are somebody's.
    ['AV:L/AC:M/Au:S/C:P/I:N/A:N', ['low']],
    ['AV:L/AC:L/Au:N/C:C/I:C/A:C', ['high']],
  ] as const)('%s is graded %j', (vector, grades) => {
    const derived = gbt30279FromCvss(parseVector(vector))!
    expect(gradeGbt30279(derived.answers).technical.possible).toEqual(grades)
    expect(derived.derived.filter((d) => d.metric !== null).every((d) => vector.includes(d.metric!))).toBe(true)
  })

  it('are derived from every vector of versions 2.0 to 3.1, say so, and leave the environment open', () => {
    const v3 = fc.tuple(...['NALP', 'LH', 'NLH', 'NR', 'UC', 'HLN', 'HLN', 'HLN'].map((values) => fc.constantFrom(...values))).map((v) => `CVSS:3.1/${v.map((value, i) => `${['AV', 'AC', 'PR', 'UI', 'S', 'C', 'I', 'A'][i]}:${value}`).join('/')}`)
    const v2 = fc.tuple(...['LAN', 'HML', 'MSN', 'NPC', 'NPC', 'NPC'].map((values) => fc.constantFrom(...values))).map((v) => v.map((value, i) => `${['AV', 'AC', 'Au', 'C', 'I', 'A'][i]}:${value}`).join('/'))
    fc.assert(fc.property(fc.oneof(v3, v2), (vector) => {
      const { answers, note } = gbt30279FromCvss(parseVector(vector))!
      const told = gradeGbt30279(answers)
      expect(told.technical.possible.every((grade) => gbt30279Grades.includes(grade))).toBe(true)
      if (vector.startsWith('CVSS')) expect(told.technical.value).not.toBeNull()
      expect(told.notAssessed).toEqual(expect.arrayContaining(['scope', 'exploitCost', 'repairDifficulty']))
      expect([note.en, note['zh-CN']].every((own) => own.includes('GB/T 30279-2020'))).toBe(true)
    }))
    expect(gbt30279FromCvss(parseVector('CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N'))).toBeNull()
  })
})
