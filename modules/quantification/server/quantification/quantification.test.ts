import { simulate, type Scenario } from '@heng/engine-loss'
import { risks } from '@heng/risks/contract'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quantifications, type LossModel, type Results } from '../../contract/index.ts'
import { figuresFrom } from '../model/bases.ts'
import { figuresOf } from '../model/figures.ts'
import { lossWorld, newLoss, newRisk, ransomware, runJob, simulated } from '../testing/world.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await lossWorld()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})
afterAll(() => world.close())

const { quantification } = quantifications
const resultsOf = async (id: string): Promise<Results> => (await manager.call(quantification.get, { id })).results as Results

describe('a quantification', () => {
  it('belongs to its risk, whose name, owner and unit it follows', async () => {
    const owner = await org.actor(['riskOwner'])
    const row = await newLoss(manager, ransomware, { risk: { title: 'Ransomware', owner: owner.personId, unit: org.rootUnit } })
    expect(row).toMatchObject({ title: 'Ransomware', owner: owner.personId, unit: org.rootUnit, state: 'notSimulated', currency: 'CNY', years: 1_000_000, currentLoss: null, valueAtRisk: null })
    expect(row.reference).toMatch(/^RQ-/)
    const risk = await manager.call(risks.risk.get, { id: row.risk })
    await manager.call(risks.risk.update, { id: risk.id, version: risk.version, values: { title: 'Extortion' } })
    await org.settle()
    expect(await manager.call(quantification.get, { id: row.id })).toMatchObject({ title: 'Extortion', version: row.version + 1 })
    // The owner may change what it costs, another owner does not even see it.
    expect((await owner.call(quantification.ofRisk, { id: row.risk })).quantification?.id).toBe(row.id)
    const other = await org.actor(['riskOwner'])
    for (const call of [other.refusal(quantification.get, { id: row.id }), other.refusal(quantification.ofRisk, { id: row.risk }), other.refusal(quantification.preview, { id: row.risk, model: ransomware })]) expect((await call).status).toBe(404)
  })

  it('is one for each open risk, and of the same risk for ever', async () => {
    const row = await newLoss(manager)
    expect((await manager.refusal(quantification.create, { risk: row.risk, model: ransomware })).code).toBe('quantification.exists')
    const elsewhere = await newRisk(manager)
    expect((await manager.refusal(quantification.update, { id: row.id, version: row.version, values: { risk: elsewhere.id } })).fields?.[0]?.path).toBe('risk')
    const archived = await manager.call(quantification.archive, { id: row.id, version: row.version })
    await manager.call(quantification.create, { risk: row.risk, model: ransomware })
    expect((await manager.refusal(quantification.restore, { id: row.id, version: archived.version })).code).toBe('quantification.exists')
    const closed = await newRisk(manager)
    await manager.call(risks.risk.close, { id: closed.id, version: closed.version, reason: 'gone' })
    expect((await manager.refusal(quantification.create, { risk: closed.id, model: ransomware })).code).toBe('quantification.riskNotOpen')
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(quantification.create, { risk: closed.id, model: ransomware })).status).toBe(404)
    expect((await stranger.refusal(quantification.get, { id: row.id })).status).toBe(404)
  })

  it.each<[string, object, string, string]>([
    ['an interval the wrong way round', { ...ransomware, magnitude: { lognormal: { p5: 9, p95: 4 } } }, 'model.magnitude.lognormal.p95', 'p5 ≤ p95'],
    ['a negative rate', { ...ransomware, frequency: { poisson: { rate: -1 } } }, 'model.frequency.poisson.rate', '不得小于 0'],
    ['an unknown field', { ...ransomware, often: 1 }, 'model.often', '未知字段'],
    ['no frequency', { magnitude: ransomware.magnitude }, 'model.frequency', '须为对象'],
    ['money that nobody has', { ...ransomware, magnitude: { constant: { amount: 1e12 } } }, 'model.magnitude', '90000000000'],
  ])('is refused for %s, which is named', async (_, model, path, words) => {
    const { id } = await newRisk(manager)
    const refused = await manager.refusal(quantification.create, { risk: id, model: model as LossModel }, { headers: { 'accept-language': 'zh-CN' } })
    expect(refused.fields?.[0]?.path).toBe(path)
    expect(refused.fields?.[0]?.message).toContain(words)
  })
})

describe('simulating a risk', () => {
  it('gives what the engine gives, which what was stored gives again, bit for bit', async () => {
    const row = await newLoss(manager)
    const done = await simulated(manager, row)
    const results = done.results as Results
    const scenario: Scenario = { id: row.risk, ...ransomware }
    const { scenarios } = simulate({ scenarios: [scenario], years: 50_000, seed: 7 })
    expect(results.bases.inherent.worst).toEqual(figuresOf(scenarios[0]!))
    expect(results.bases.planned).toEqual(results.bases.current)
    expect(done).toMatchObject({ state: 'fresh', years: 50_000, seed: 7, engineVersion: results.inputs.engineVersion })
    expect(done.currentLoss).toEqual({ minor: Math.round(results.bases.current.worst.mean * 100), currency: 'CNY' })
    // Bernoulli or Poisson times lognormal: the mean in closed form.
    const [mu, sigma] = [Math.log(1_000_000), Math.log(25) / (2 * 1.6448536269514722)]
    const mean = 0.3 * Math.exp(mu + sigma ** 2 / 2)
    const [low, high] = results.bases.inherent.worst.intervals.mean
    expect(mean).toBeGreaterThan(low - (high - low))
    expect(mean).toBeLessThan(high + (high - low))
    const stored = await resultsOf(row.id)
    expect(await figuresFrom(stored.inputs)).toEqual(stored.bases)
  })

  it('is outdated by other inputs, and not by a note', async () => {
    const done = await simulated(manager, await newLoss(manager))
    const noted = await manager.call(quantification.update, { id: done.id, version: done.version, values: { rationale: 'Workshop' } })
    expect(noted.state).toBe('fresh')
    const changed = await manager.call(quantification.update, { id: done.id, version: noted.version, values: { model: { ...ransomware, frequency: { poisson: { rate: 0.4 } } } } })
    expect([changed.state, changed.currentLoss]).toEqual(['outdated', done.currentLoss])
    expect((await simulated(manager, changed)).state).toBe('fresh')
  })

  it('is refused to whoever may only look, and of a version that is gone', async () => {
    const row = await newLoss(manager)
    const board = await org.actor(['topManagement'])
    expect((await board.refusal(quantification.simulate, { id: row.id, version: row.version })).status).toBe(403)
    await manager.call(quantification.update, { id: row.id, version: row.version, values: { rationale: 'x' } })
    expect((await manager.refusal(quantification.simulate, { id: row.id, version: row.version })).code).toBe('versionConflict')
  })

  it('of frequent events is a job, which tells how far it is and stops when it is to', async () => {
    const row = await newLoss(manager, { frequency: { poisson: { rate: 300 } }, magnitude: { constant: { amount: 10 } } })
    const { jobId, quantification: none } = await manager.call(quantification.simulate, { id: row.id, version: row.version, years: 100_000 })
    expect(none).toBeNull()
    await expect(runJob(world, org, jobId!, 1)).rejects.toThrow('cancelled')
    expect((await manager.call(quantification.get, { id: row.id })).state).toBe('notSimulated')
    const { steps } = await runJob(world, org, jobId!)
    expect([steps.at(-1), steps.length > 3]).toEqual([100, true])
    expect((await manager.call(quantification.get, { id: row.id }))).toMatchObject({ state: 'fresh', years: 100_000, currentLoss: { currency: 'CNY' } })
  })

  it('of everything that is not fresh is one job', async () => {
    const row = await newLoss(manager, ransomware, { years: 20_000 })
    const { jobId } = await manager.call(quantification.simulateOutdated, {})
    await runJob(world, org, jobId)
    expect((await manager.call(quantification.get, { id: row.id })).state).toBe('fresh')
    const { items } = await manager.call(quantification.list, { filter: { state: ['outdated', 'notSimulated'] } })
    expect(items).toEqual([])
    const { items: sorted } = await manager.call(quantification.list, { sort: '-currentLoss' })
    const amounts = sorted.map(({ currentLoss }) => currentLoss?.minor ?? -1)
    expect(amounts).toEqual(amounts.toSorted((a, b) => b - a))
  })
})

describe('questions that keep nothing', () => {
  it('show what a model comes to before it is saved', async () => {
    const { id } = await newRisk(manager)
    const { bases, years } = await manager.call(quantification.preview, { id, model: ransomware, years: 20_000, seed: 3 })
    expect(bases.inherent.worst).toEqual(figuresOf(simulate({ scenarios: [{ id, ...ransomware }], years, seed: 3 }).scenarios[0]!))
    expect((await manager.call(quantification.ofRisk, { id })).quantification).toBeNull()
    expect((await manager.refusal(quantification.preview, { id, model: { ...ransomware, frequency: { poisson: { rate: 9_000 } } } })).code).toBe('quantification.tooMany')
  })

  it('compare today with other inputs under the same chance', async () => {
    const row = await newLoss(manager)
    const { today, changed } = await manager.call(quantification.whatIf, { id: row.id, model: { ...ransomware, cap: 1_000_000 }, years: 20_000 })
    expect(changed.current.worst.mean).toBeLessThan(today.current.worst.mean)
    expect(changed.current.worst.probabilityOfLoss).toBe(today.current.worst.probabilityOfLoss)
    expect((await manager.call(quantification.get, { id: row.id })).version).toBe(row.version)
  })

  it('tell which input moves the loss most', async () => {
    const model: LossModel = { frequency: { between: { p5: 0.1, p95: 1 } }, magnitude: { lognormal: { p5: 90_000, p95: 110_000 } }, secondary: { probability: 0.1, magnitude: { constant: { amount: 5 } } } }
    const row = await newLoss(manager, model)
    const { swings, base } = await manager.call(quantification.sensitivity, { id: row.id })
    expect(swings.map(({ input }) => input)).toEqual(['frequency', 'magnitude'])
    const [often, much] = swings
    expect([often!.low.value, often!.high.value]).toEqual([expect.closeTo(0.1, 6), expect.closeTo(1, 6)])
    expect(often!.low.mean / base.mean).toBeLessThan(0.3)
    expect(often!.high.mean).toBeGreaterThan(base.mean)
    // The cost of an event at its ends, all events as they were: in proportion, without chance in between.
    expect(much!.high.mean / much!.low.mean).toBeCloseTo(110_000 / 90_000, 3)
  })

  it('propose frequency and cost from past incidents', async () => {
    const incidents = [120_000, 300_000, 80_000].map((loss, i) => ({ date: `202${3 + i}-05-0${i + 1}`, loss }))
    const fit = await manager.call(quantification.fitIncidents, { years: 5, incidents })
    expect(fit).toMatchObject({ count: 3, rate: 0.6, frequency: { negativeBinomial: { mean: 0.6, dispersion: 3 } } })
    expect(fit.rateInterval).toEqual([expect.closeTo(0.6187 / 5, 3), expect.closeTo(8.767 / 5, 3)])
    expect(fit.magnitude!.lognormal!.mu).toBeCloseTo((Math.log(120_000) + Math.log(300_000) + Math.log(80_000)) / 3, 9)
    expect(await manager.call(quantification.fitIncidents, { years: 5, incidents: [] })).toMatchObject({ count: 0, frequency: null, magnitude: null })
    expect((await manager.refusal(quantification.fitIncidents, { years: 1, incidents })).fields?.[0]).toMatchObject({ path: 'incidents.0.date', code: 'beforeYears' })
  })
})

describe('the examples', () => {
  it('come in once, with the rights of whoever asks, and are simulated', async () => {
    const fresh = await world.organisation()
    const boss = await fresh.actor(['ismsManager'])
    const owner = await fresh.actor(['riskOwner'])
    expect((await owner.refusal(quantification.examples, {})).status).toBe(403)
    const { jobId } = await boss.call(quantification.examples, {})
    expect((await runJob(world, fresh, jobId)).result).toEqual({ simulated: 3 })
    const { items } = await boss.call(quantification.list, {})
    expect(items.map(({ state, inherentLoss, plannedLoss, currentLoss }) => [state, inherentLoss !== null, plannedLoss !== null, currentLoss !== null])).toEqual([
      ['fresh', true, true, true], ['fresh', true, true, true],
      // Nobody has tested the control of the third.
      ['fresh', true, false, false],
    ])
    expect((await boss.refusal(quantification.examples, {})).code).toBe('quantification.examplesNotEmpty')
  })
})
