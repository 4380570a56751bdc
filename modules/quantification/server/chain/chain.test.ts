import { simulate } from '@heng/engine-loss'
import { controls } from '@heng/controls/contract'
import { risks } from '@heng/risks/contract'
import { emit } from '@heng/server-kit'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quantifications, type Results } from '../../contract/index.ts'
import { lossWorld, newLoss, ransomware, simulated } from '../testing/world.ts'

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
/** As a test of the control would leave it. */
const tested = async (id: string, percent: number | null) => {
  await org.asSystem(async (ctx) => {
    await sql`update control set effectiveness = ${percent} where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
    await emit(ctx, 'control.effectivenessMoved', { ids: [id], reason: 'result' })
  })
  await org.settle()
}
const protectedRisk = async (frequency: number | null, magnitude: number | null) => {
  const control = await manager.call(controls.control.create, { name: '离线备份', state: 'implemented' })
  const row = await newLoss(manager, ransomware, { risk: { existingControls: [control.id], controlEffects: [{ control: control.id, reductions: [], frequency, magnitude }] } })
  return { control, row, read: () => manager.call(quantification.get, { id: row.id }) }
}
const meanOf = (id: string, rate: number, p5: number, p95: number): number =>
  simulate({ scenarios: [{ id, frequency: { poisson: { rate } }, magnitude: { lognormal: { p5, p95 } } }], years: 50_000, seed: 7 }).scenarios[0]!.mean

describe('from the test of a control to money', () => {
  it('is bounded before a test, known after it, and outdated by the next', async () => {
    const { control, row, read } = await protectedRisk(50, 40)
    const untested = await simulated(manager, row)
    const { bases } = untested.results as Results
    expect([untested.currentLoss, untested.valueAtRisk, bases.current.open]).toEqual([null, null, [control.id]])
    expect(bases.current.worst).toEqual(bases.inherent.worst)
    expect(bases.current.best!.mean / meanOf(row.risk, 0.15, 120_000, 3_000_000)).toBeCloseTo(1, 9)
    await tested(control.id, 80)
    const moved = await read()
    expect(moved.state).toBe('outdated')
    const known = await simulated(manager, moved)
    // 80 % of 50 and of 40 per cent.
    const wanted = meanOf(row.risk, 0.3 * 0.6, 200_000 * 0.68, 5_000_000 * 0.68)
    expect([known.state, known.currentLoss!.minor / 100 / wanted, known.inherentLoss!.minor]).toEqual(['fresh', expect.closeTo(1, 6), untested.inherentLoss!.minor])
    await tested(control.id, 0)
    expect((await read()).state).toBe('outdated')
    await tested(control.id, 80)
    expect((await read()).state).toBe('fresh')
    const told = await manager.call(quantification.ofRisk, { id: row.risk })
    expect(told.reductions).toMatchObject([{ kind: 'control', reference: control.reference, effectiveness: 80, frequency: 50, magnitude: 40 }])
  })

  it('has no lower bound where nobody has stated what the control takes off', async () => {
    const { control, read } = await protectedRisk(null, null)
    await tested(control.id, 90)
    const done = await simulated(manager, await read())
    expect((done.results as Results).bases.current).toMatchObject({ best: null, open: [control.id] })
    expect([done.currentLoss, done.plannedLoss]).toEqual([null, null])
  })

  it('counts measures that are planned besides, and forgets cancelled ones', async () => {
    const row = await newLoss(manager)
    const measure = await manager.call(risks.treatmentMeasure.create, { title: 'EDR', effects: [{ risk: row.risk, reductions: [], frequency: 50, magnitude: 0 }] })
    await org.settle()
    const done = await simulated(manager, await manager.call(quantification.get, { id: row.id }))
    expect([done.currentLoss, done.plannedLoss!.minor < 0.6 * done.currentLoss!.minor]).toEqual([done.inherentLoss, true])
    const { today, changed } = await manager.call(quantification.whatIf, { id: row.id, off: [measure.id] })
    expect([changed.planned.worst, today.planned.worst.mean < changed.planned.worst.mean]).toEqual([today.current.worst, true])
    const { effects } = await manager.call(quantification.sensitivity, { id: row.id, basis: 'planned' })
    expect(effects).toMatchObject([{ reduction: { id: measure.id }, full: { mean: expect.any(Number) as number } }])
    expect(effects[0]!.without.mean).toBeGreaterThan(1.5 * effects[0]!.full!.mean)
    await manager.call(risks.treatmentMeasure.cancel, { id: measure.id, version: 1, reason: 'too dear' })
    await org.settle()
    expect((await manager.call(quantification.get, { id: row.id })).state).toBe('outdated')
  })
})
