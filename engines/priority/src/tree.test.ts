import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AnswerError, bod2604, cisa, decide, deployer, humanImpactTree, trees, type Answers, type Tree } from './index.ts'

const corpus = '/work/shared/corpus/risk/ssvc'
const published: readonly [Tree, string][] = [
  [deployer, 'ssvc/deployer_patch_application_priority_1_0_0.csv'], [cisa, 'cisa/cisa_coordinator_2_0_3.csv'], [bod2604, 'cisa/cisa_bod_26_04_1_0_0.csv'], [humanImpactTree, 'ssvc/human_impact_1_0_0.csv'],
]
/** The words of the published tables as ids. */
const idOf = (word: string): string => ({ 'track*': 'track-closely', 'fix on system upgrade': 'next-upgrade', '3 days & forensic investigation': '3-days-forensics' })[word] ?? word.replaceAll(' ', '-')

describe.skipIf(!existsSync(corpus))(`published tables in ${corpus} (skipped when that folder is missing)`, () => {
  it.each(published)('$id decides every combination as published', (tree, file) => {
    const rows = readFileSync(`${corpus}/${file}`, 'utf8').trim().split(/\r?\n/).slice(1).map((line) => line.split(',').slice(1).map(idOf))
    expect(rows).toHaveLength(tree.table.length)
    for (const row of rows) {
      const answers = Object.fromEntries(tree.points.map((p, i) => [p.id, row[i]!]))
      expect([answers, decide(tree, answers).outcome]).toEqual([answers, row.at(-1)])
    }
  })
})

const anyAnswers = (tree: Tree) => fc.record(Object.fromEntries(tree.points.map((p) => [p.id, fc.option(fc.constantFrom(...p.values.map((v) => v.id)), { nil: null })])))

describe('a decision', () => {
  it.each(trees.map((t) => [t.id, t] as const))('of %s leaves open what hangs on what is not assessed, and nothing else', (_, tree) => {
    expect(tree.table.every((place) => place >= 0 && place < tree.outcome.values.length)).toBe(true)
    expect(tree.table).toHaveLength(tree.points.reduce((n, p) => n * p.values.length, 1))
    fc.assert(fc.property(anyAnswers(tree), (answers: Answers) => {
      const told = decide(tree, answers)
      const missing = tree.points.filter((p) => answers[p.id] === null)
      const ways = missing.reduce<Answers[]>((all, p) => all.flatMap((one) => p.values.map((v) => ({ ...one, [p.id]: v.id }))), [answers])
      const outcomes = new Set(ways.map((one) => decide(tree, one).outcome))
      expect(new Set(told.possible)).toEqual(outcomes)
      expect(told.outcome).toBe(outcomes.size === 1 ? [...outcomes][0] : null)
      expect(told.notAssessed).toEqual(missing.map((p) => p.id))
    }))
  })

  it('is never milder for a worse answer', () => {
    // The tables of BOD 26-04 and of human impact are not monotone in every point; these two are.
    for (const tree of [deployer, cisa]) {
      fc.assert(fc.property(fc.record(Object.fromEntries(tree.points.map((p) => [p.id, fc.nat({ max: p.values.length - 1 })]))), fc.constantFrom(...tree.points), (places, worse) => {
        const answer = (add: number) => Object.fromEntries(tree.points.map((p) => [p.id, p.values[Math.min(p.values.length - 1, places[p.id]! + (p === worse ? add : 0))]!.id]))
        const rank = (answers: Answers) => tree.outcome.values.findIndex((v) => v.id === decide(tree, answers).outcome)
        expect(rank(answer(1))).toBeGreaterThanOrEqual(rank(answer(0)))
      }))
    }
  })

  it('refuses an answer that is none, naming the question', () => {
    expect(() => decide(cisa, { exploitation: 'perhaps' })).toThrow(AnswerError)
    expect(() => decide(cisa, { exploitation: 'perhaps' })).toThrow(/exploitation: "perhaps" is no answer; allowed are none, public-poc, active/)
  })
})
