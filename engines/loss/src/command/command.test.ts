import { describe, expect, it } from 'vitest'
import { readArguments } from './arguments.ts'
import { isRefused, readScenarios } from './input.ts'

const scenario = { id: 's', frequency: { poisson: { rate: 1 } }, magnitude: { lognormal: { mu: 1, sigma: 1 } } }
const fieldsOf = (text: string): string[] => {
  const read = readScenarios(text)
  return isRefused(read) ? read.map(({ field, message }) => { expect(message['zh-CN']).toMatch(/\p{Script=Han}/u); return field }) : []
}
const one = (more: object) => JSON.stringify({ scenarios: [{ ...scenario, ...more }] })

describe('a file of scenarios', () => {
  it('is taken when it is right', () => {
    expect(readScenarios(one({}))).toEqual({ scenarios: [scenario] })
    expect(fieldsOf(one({ magnitude: { lognormal: { p5: 10, p95: 20 } } }))).toEqual([])
  })
  it.each<[string, string, string[]]>([
    ['a negative rate', one({ frequency: { poisson: { rate: -1 } } }), ['scenarios[0].frequency.poisson.rate']],
    ['a rate that is no number', '{"scenarios":[{"id":"NaN","frequency":{"poisson":{"rate":NaN}},"magnitude":{"constant":{"amount":1}}}]}', ['scenarios[0].frequency.poisson.rate']],
    ['an endless rate', '{"scenarios":[{"id":"s","frequency":{"poisson":{"rate":-Infinity}},"magnitude":{"constant":{"amount":1}}}]}', ['scenarios[0].frequency.poisson.rate']],
    ['a probability above one', one({ frequency: { bernoulli: { p: 1.2 } } }), ['scenarios[0].frequency.bernoulli.p']],
    ['b < a', one({ magnitude: { pert: { min: 5, mode: 4, max: 9 } } }), ['scenarios[0].magnitude.pert.mode']],
    ['an interval the wrong way round', one({ magnitude: { lognormal: { p5: 9, p95: 4 } } }), ['scenarios[0].magnitude.lognormal.p95']],
    ['half of a pair', one({ magnitude: { lognormal: { mu: 9 } } }), ['scenarios[0].magnitude.lognormal.sigma']],
    ['two pairs', one({ magnitude: { lognormal: { mu: 9, sigma: 1, p5: 3 } } }), ['scenarios[0].magnitude.lognormal.p5']],
    ['an unknown field', one({ magnitude: { lognormal: { mu: 9, sigma: 1, sd: 3 } } }), ['scenarios[0].magnitude.lognormal.sd']],
    ['an unknown distribution', one({ magnitude: { pareto: {} } }), ['scenarios[0].magnitude.pareto', 'scenarios[0].magnitude']],
    ['two frequencies', one({ frequency: { poisson: { rate: 1 }, bernoulli: { p: 1 } } }), ['scenarios[0].frequency']],
    ['weights that do not fit', one({ magnitude: { empirical: { values: [1, 2], weights: [1] } } }), ['scenarios[0].magnitude.empirical.weights']],
    ['a text for a number', one({ cap: '5' }), ['scenarios[0].cap']],
    ['an id twice', JSON.stringify({ scenarios: [scenario, scenario] }), ['scenarios']],
    ['no scenario', '{"scenarios":[]}', ['scenarios']],
    ['a vulnerability above one', one({ vulnerability: 1.5 }), ['scenarios[0].vulnerability']],
    ['a capability alone', one({ vulnerability: { capability: { constant: { amount: 1 } } } }), ['scenarios[0].vulnerability.strength']],
    ['a correlation of nobody', JSON.stringify({ scenarios: [scenario], correlations: [{ between: ['s', 't'], coefficient: 0.5 }] }), ['correlations[0].between[1]']],
    ['correlations that cannot be', JSON.stringify({ scenarios: ['a', 'b', 'c'].map((id) => ({ ...scenario, id })), correlations: [['a', 'b', 0.9], ['b', 'c', 0.9], ['a', 'c', -0.9]].map(([a, b, coefficient]) => ({ between: [a, b], coefficient })) }), ['correlations']],
    ['no JSON', '{"scenarios":', ['']],
    ['a prototype', '{"scenarios":[{"__proto__":{},"id":"s","frequency":{"bernoulli":{"p":1}},"magnitude":{"constant":{"amount":1}}}]}', ['scenarios[0].__proto__']],
  ])('is refused for %s, and names the field', (_, text, fields) => expect(fieldsOf(text)).toEqual(fields))
})

describe('arguments of heng simulate', () => {
  it('are a file, and years and seed if others are wanted', () => {
    expect(readArguments(['a.json'])).toEqual({ file: 'a.json', years: 1_000_000, seed: 1 })
    expect(readArguments(['--years', '20000', '-', '--seed=7'])).toEqual({ file: '-', years: 20_000, seed: 7 })
  })
  it.each([[[], 'file'], [['a', '--years', '0'], '--years'], [['a', '--years', '1e6'], '--years'], [['a', '--seed'], '--seed'], [['a', '--workers', '2'], '--workers'], [['a', 'b'], 'b']] as const)('%j are refused', (args, field) =>
    expect(readArguments(args)).toMatchObject({ field }))
})
