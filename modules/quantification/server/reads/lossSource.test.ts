import { controls } from '@heng/controls/contract'
import { lossesOf, moneyOfRisks } from '@heng/risks/reads'
import { emit } from '@heng/server-kit'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quantifications, type Figures, type Results } from '../../contract/index.ts'
import { lossWorld, newLoss, ransomware, runJob, simulated } from '../testing/world.ts'
import { lossAt } from './lossSource.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await lossWorld()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})
afterAll(() => world.close())

const told = (risk: string, percentile: number, currency = 'CNY') => org.asSystem(async (ctx) => (await lossesOf(ctx, [risk], { percentile, currency })).get(risk))

describe('what limits in money are held against', () => {
  it('is what was simulated with today’s controls, in the currency asked about', async () => {
    const row = await simulated(manager, await newLoss(manager))
    const { worst } = (row.results as Results).bases.current
    expect(await told(row.risk, 95)).toEqual({ expected: row.currentLoss!.minor, extreme: row.valueAtRisk!.minor })
    expect(await told(row.risk, 99)).toMatchObject({ extreme: Math.round(worst.p99 * 100) })
    expect(await told(row.risk, 95, 'EUR')).toBeUndefined()
  })

  it('is told to rooms that show risks, with when it was simulated; what nobody simulated is left out', async () => {
    const [row, bare] = [await simulated(manager, await newLoss(manager)), await newLoss(manager)]
    const money = await org.asSystem((ctx) => moneyOfRisks(ctx, [row.risk, bare.risk]))
    expect([...money.values()]).toEqual([{ risk: row.risk, inherent: row.inherentLoss, current: row.currentLoss, valueAtRisk: row.valueAtRisk, outdated: false, at: (row.results as Results).at }])
  })

  it('takes a percentile that is not kept from the curve, never too low', () => {
    const figures = { p95: 7, exceedance: [{ loss: 10, probability: 0.5 }, { loss: 20, probability: 0.1 }, { loss: 30, probability: 0.02 }] } as unknown as Figures
    expect([95, 50.0001, 90.5, 98, 99.9].map((percentile) => lossAt(figures, percentile))).toEqual([7, 20, 30, 30, null])
  })

  it('is simulated again by itself once a test moved a control, and says so', async () => {
    const control = await manager.call(controls.control.create, { name: '离线备份', state: 'implemented' })
    const made = await newLoss(manager, ransomware, { risk: { existingControls: [control.id], controlEffects: [{ control: control.id, reductions: [], frequency: 50, magnitude: 0 }] } })
    await org.asSystem((ctx) => sql`update control set effectiveness = 100 where org_id = ${ctx.org.id} and id = ${control.id}`.execute(ctx.tx))
    const before = await simulated(manager, made)
    await org.asSystem(async (ctx) => {
      await sql`update control set effectiveness = 20 where org_id = ${ctx.org.id} and id = ${control.id}`.execute(ctx.tx)
      await emit(ctx, 'control.effectivenessMoved', { ids: [control.id], reason: 'result' })
    })
    await org.settle()
    expect((await manager.call(quantifications.quantification.get, { id: made.id })).state).toBe('outdated')
    const { rows } = await org.asSystem((ctx) => sql<{ id: string }>`select id from job where org_id = ${ctx.org.id} and kind = 'quantification.simulate' and state = 'waiting' and input -> 'ids' ? ${made.id}`.execute(ctx.tx))
    expect(rows).toHaveLength(1)
    await runJob(world, org, rows[0]!.id)
    const after = await manager.call(quantifications.quantification.get, { id: made.id })
    expect(after.state).toBe('fresh')
    // Half of all events were kept away, now a tenth is: 1.8 times as much, but for chance.
    const ratio = after.currentLoss!.minor / before.currentLoss!.minor
    expect([ratio > 1.6, ratio < 2]).toEqual([true, true])
    const { rows: told } = await sql<{ n: number }>`select count(*)::int as n from outbox where type = 'risk.lossesMoved' and payload -> 'ids' ? ${made.risk}`.execute(world.kit.db)
    expect(told[0]!.n).toBe(2)
  })
})
