import { choose } from '@heng/engine-treatment'
import { risks } from '@heng/risks/contract'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quantifications, type ChoiceResults, type FrozenChoice } from '../../contract/index.ts'
import { lossWorld, newLoss, ransomware, runJob } from '../testing/world.ts'
import { shareOf } from './candidates.ts'
import { problemOf } from './start.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
const { measureChoice, lossRun } = quantifications
beforeAll(async () => {
  world = await lossWorld()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})
afterAll(() => world.close())

const newMeasure = (title: string, cost: number | null, effects: readonly { risk: string; frequency: number | null; magnitude: number | null }[]) =>
  manager.call(risks.treatmentMeasure.create, { title, cost: cost === null ? null : { minor: cost * 100, currency: 'CNY' }, effects: effects.map((one) => ({ reductions: [], ...one })) })

describe('choosing measures', () => {
  let risk: string
  let other: string
  const ids: Record<string, string> = {}
  it('is refused before risks were simulated together, and to whoever may not', async () => {
    expect((await manager.refusal(measureChoice.start, { name: 'x', budget: [1] })).code).toBe('quantification.noRun')
    expect((await manager.call(measureChoice.candidates, {})).run).toBeNull()
    const owner = await org.actor(['riskOwner'])
    expect((await owner.refusal(measureChoice.start, { name: 'x', budget: [1] })).status).toBe(403)
  })

  it('offers what has a cost and an effect in money, and says of others why not', async () => {
    ;[risk, other] = [(await newLoss(manager)).risk, (await newLoss(manager, { ...ransomware, frequency: { poisson: { rate: 0.05 } } })).risk]
    const made = { edr: await newMeasure('EDR', 200_000, [{ risk, frequency: 50, magnitude: null }, { risk: other, frequency: 20, magnitude: 0 }]), backup: await newMeasure('Backup', 100_000, [{ risk, frequency: 0, magnitude: 40 }]), fence: await newMeasure('Fence', 90_000, [{ risk: other, frequency: 60, magnitude: 0 }]) }
    for (const [name, { id }] of Object.entries(made)) ids[name] = id
    const [free, vague] = [await newMeasure('No cost', null, [{ risk, frequency: 5, magnitude: 0 }]), await newMeasure('No effect', 5, [{ risk, frequency: null, magnitude: null }])]
    const { id, jobId } = await manager.call(lossRun.start, { name: 'base', years: 50_000 })
    await runJob(world, org, jobId)
    const told = await manager.call(measureChoice.candidates, {})
    expect(told.run!.id).toBe(id)
    expect(told.measures.map(({ title, cost }) => [title, cost])).toEqual([['EDR', 200_000], ['Backup', 100_000], ['Fence', 90_000]])
    expect(told.left.map(({ id: one, why }) => [one, why])).toEqual([[free.id, 'noCost'], [vague.id, 'noEffect']])
    expect([shareOf({ frequency: 50, magnitude: 40 }), shareOf({ frequency: null, magnitude: 10 })]).toEqual([expect.closeTo(0.7, 12), expect.closeTo(0.1, 12)])
  })

  const finished = async (values: Record<string, unknown>) => {
    const { id, jobId } = await manager.call(measureChoice.start, { name: 'choice', ...values } as never)
    await runJob(world, org, jobId)
    return manager.call(measureChoice.get, { id })
  }

  it('gives what the engine gives, proven, and simulates what it comes to', async () => {
    const row = await finished({ budget: [300_000] })
    const [frozen, results] = [row.frozen as FrozenChoice, row.results as ChoiceResults]
    const { status, chosen, years } = await choose(problemOf(frozen))
    expect({ status: results.status, chosen: results.chosen, years: results.years }).toEqual({ status, chosen, years })
    expect([results.status, new Set(results.chosen.map(({ measure }) => measure))]).toEqual(['optimal', new Set([ids.edr, ids.backup])])
    expect(row).toMatchObject({ state: 'done', measureCount: 2, cost: { minor: 30_000_000, currency: 'CNY' } })
    // Without caps, shares of frequency and cost are shares of the mean: what was summed is what is drawn.
    expect(results.simulated!.after.mean / results.years[0]!.after).toBeCloseTo(1, 1)
    expect(results.simulated!.after.es95).toBeLessThan(results.simulated!.before.es95)
    const losses = results.frontier.map(({ loss }) => loss)
    expect(losses).toEqual(losses.toSorted((a, b) => b - a))
    expect(results.halved.map(({ measure }) => measure).toSorted()).toEqual([ids.edr, ids.backup].toSorted())
  })

  it('keeps to wishes, and says when nothing fits them', async () => {
    const wish = (id: string, more: object) => ({ id, ...more })
    const forced = await finished({ budget: [300_000], aim: 'tail', measures: [wish(ids.fence!, { mandatory: true }), wish(ids.backup!, { excluded: true })] })
    expect(new Set((forced.results as ChoiceResults).chosen.map(({ measure }) => measure))).toEqual(new Set([ids.fence, ids.edr]))
    const impossible = await finished({ budget: [1], measures: [wish(ids.edr!, { mandatory: true })] })
    expect([(impossible.results as ChoiceResults).status, impossible.cost, impossible.measureCount]).toEqual(['infeasible', null, null])
    expect((await manager.refusal(measureChoice.adopt, { id: impossible.id, version: impossible.version, name: 'x' })).code).toBe('quantification.nothingChosen')
    const later = await finished({ budget: [120_000, 220_000], measures: [wish(ids.edr!, { requires: [ids.backup!] })] })
    expect((later.results as ChoiceResults).chosen.map(({ measure, year }) => [measure, year])).toEqual(expect.arrayContaining([[ids.backup, 0], [ids.edr, 1]]))
    for (const [measures, path] of [[[wish(risk, {})], 'measures.0.id'], [[wish(ids.edr!, { requires: [risk] })], 'measures.0.requires'], [[wish(ids.edr!, { mandatory: true, excluded: true })], 'measures.0.excluded']] as const) {
      expect((await manager.refusal(measureChoice.start, { name: 'x', budget: [1], measures: measures as never })).fields?.[0]?.path).toBe(path)
    }
  })

  it('becomes a treatment plan with its measures by one verb, once', async () => {
    const row = await finished({ budget: [300_000] })
    const { jobId } = await manager.call(measureChoice.adopt, { id: row.id, version: row.version, name: 'Plan 2027', cancelOthers: true })
    // The test's job runs as the system; the person stands in the history of the verb.
    const { result } = await runJob(world, org, jobId)
    const { plan } = result as { plan: string }
    expect(await manager.call(risks.treatmentPlan.get, { id: plan })).toMatchObject({ name: 'Plan 2027', state: 'draft', risks: expect.arrayContaining([risk, other]) as string[] })
    const { live } = await manager.call(risks.treatmentPlan.content, { id: plan })
    expect(live.plannedMeasures.rows.map(({ title }) => title)).toEqual(['EDR', 'Backup', 'No cost', 'No effect'])
    expect(live.plannedMeasures.rows[0]!.due).toMatch(/-12-31$/)
    expect((await manager.call(risks.treatmentMeasure.get, { id: ids.fence! })).state).toBe('cancelled')
    const adopted = await manager.call(measureChoice.get, { id: row.id })
    expect([adopted.plan, adopted.allowed.includes('adopt')]).toEqual([plan, false])
    expect((await manager.refusal(measureChoice.adopt, { id: row.id, version: adopted.version, name: 'again' })).code).toBe('quantification.adopted')
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(measureChoice.get, { id: row.id })).status).toBe(404)
  })
})
