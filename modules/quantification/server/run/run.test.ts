import { simulate } from '@heng/engine-loss'
import { risks } from '@heng/risks/contract'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quantifications, type FrozenRun, type LossModel, type RunResults } from '../../contract/index.ts'
import { lossWorld, newLoss, ransomware, runJob } from '../testing/world.ts'
import { simulateFrozen } from './simulate.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
const { lossRun, quantification } = quantifications
const outage: LossModel = { frequency: { poisson: { rate: 2 } }, magnitude: { pert: { min: 5_000, mode: 20_000, max: 200_000 } } }
beforeAll(async () => {
  world = await lossWorld()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})
afterAll(() => world.close())

const finished = async (name: string, values: Record<string, unknown> = {}) => {
  const { id, jobId } = await manager.call(lossRun.start, { name, years: 30_000, seed: 5, ...values } as never)
  const { steps } = await runJob(world, org, jobId)
  return { ...(await manager.call(lossRun.get, { id })), steps }
}

describe('a run over all quantified risks', () => {
  it('is refused while there is none', async () => expect((await manager.refusal(lossRun.start, { name: 'x' })).code).toBe('quantification.nothing'))

  it('freezes its inputs, and they give the results again, bit for bit', async () => {
    const [a, b] = [await newLoss(manager), await newLoss(manager, outage)]
    const run = await finished('2026')
    expect(run).toMatchObject({ state: 'done', riskCount: 2, years: 30_000, seed: 5, startedBy: manager.personId })
    const [frozen, results] = [run.frozen as FrozenRun, run.results as RunResults]
    expect(await simulateFrozen(frozen)).toEqual(results)
    const { portfolio, tail } = simulate({ scenarios: frozen.risks.map(({ id, model }) => ({ id, ...model })), correlations: [], years: 30_000, seed: 5, tail: 0.95 })
    expect(results.current.portfolio).toMatchObject({ mean: portfolio.mean, p95: portfolio.p95, exceedance: portfolio.exceedance })
    expect(results.current.risks.map(({ tail: part }) => part)).toEqual(tail!.parts)
    expect(run.currentLoss).toEqual({ minor: Math.round(portfolio.mean * 100), currency: 'CNY' })
    expect(run.steps.at(-1)).toBeGreaterThan(100)
    expect(new Set(frozen.risks.map(({ id }) => id))).toEqual(new Set([a.risk, b.risk]))
  })

  it('is compared with another, and told to be of yesterday', async () => {
    const before = await finished('before')
    expect(await manager.call(lossRun.latest, {})).toMatchObject({ run: { id: before.id }, risks: 2, outdated: 0 })
    const { items: [row] } = await manager.call(quantification.list, {})
    await manager.call(quantification.update, { id: row!.id, version: row!.version, values: { model: { ...outage, frequency: { poisson: { rate: 1 } } } } })
    const closing = await newLoss(manager)
    const risk = await manager.call(risks.risk.get, { id: closing.risk })
    await manager.call(risks.risk.close, { id: risk.id, version: risk.version, reason: 'gone' })
    expect(await manager.call(lossRun.latest, {})).toMatchObject({ risks: 2, outdated: 1 })
    const after = await finished('after')
    const told = await manager.call(lossRun.compare, { id: before.id, other: after.id })
    expect(told.risks[0]!.risk).toBe(row!.risk)
    expect(told.after.mean - told.before.mean).toBeCloseTo(told.risks.reduce((sum, one) => sum + one.after! - one.before!, 0), 4)
  })

  it('knows that bad years of a group go together', async () => {
    const group = async (word: string | null) => {
      for (const { id, version } of (await manager.call(quantification.list, {})).items) await manager.call(quantification.update, { id, version, values: { group: word, model: outage } })
    }
    await group(null)
    const apart = await finished('apart')
    await group('data centre')
    const tied = await finished('tied', { coefficient: 0.9 })
    const p99 = (run: typeof apart) => (run.results as RunResults).current.portfolio.p99
    expect(p99(tied)).toBeGreaterThan(1.05 * p99(apart))
    expect((tied.results as RunResults).current.portfolio.mean / (apart.results as RunResults).current.portfolio.mean).toBeCloseTo(1, 1)
  })

  it('says that it was stopped, and is not done', async () => {
    const { id, jobId } = await manager.call(lossRun.start, { name: 'stopped', years: 5_000_000 })
    await expect(runJob(world, org, jobId, 2)).rejects.toThrow('cancelled')
    const run = await manager.call(lossRun.get, { id })
    expect([run.state, run.results, run.currentLoss]).toEqual(['cancelled', null, null])
    const other = await finished('done')
    expect((await manager.refusal(lossRun.compare, { id, other: other.id })).code).toBe('quantification.notFinished')
  })

  it('of a unit is its head’s, of everything is not', async () => {
    const head = await org.actor([{ role: 'departmentHead', unit: org.rootUnit }])
    expect((await head.refusal(lossRun.start, { name: 'x' })).status).toBe(403)
    await newLoss(manager, ransomware, { risk: { unit: org.rootUnit } })
    const { id, jobId } = await head.call(lossRun.start, { name: 'unit', unit: org.rootUnit, years: 10_000 })
    await runJob(world, org, jobId)
    expect(await head.call(lossRun.get, { id })).toMatchObject({ riskCount: 1, state: 'done' })
    const all = await finished('all')
    expect((await head.refusal(lossRun.get, { id: all.id })).status).toBe(404)
    const auditor = await org.actor(['internalAuditor'])
    expect((await auditor.call(lossRun.list, {})).items.length).toBeGreaterThan(1)
    expect((await auditor.refusal(lossRun.start, { name: 'x' })).status).toBe(403)
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(lossRun.get, { id: all.id })).status).toBe(404)
  })
})
