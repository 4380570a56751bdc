import { appetite } from '@heng/appetite/contract'
import { appetiteWorld, inForce, line, runCheck, team } from '../../../appetite/server/testing/world.ts'
import type { TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quantifications } from '../../contract/index.ts'
import { module } from '../module.ts'
import { newLoss, ransomware, runJob, simulated } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await appetiteWorld([module])
})
afterAll(() => world.close())

describe('limits in money', () => {
  it('are held against what was simulated, and follow it without a full check', async () => {
    const all = await team(world)
    const { org, manager } = all
    const first = await simulated(manager, await newLoss(manager))
    const other = await newLoss(manager)
    const expected = first.currentLoss!.minor
    const own = line({ level: null, expected: { appetite: 1, tolerance: Math.round(expected * 1.5) }, extreme: { appetite: 1, tolerance: 2 } })
    await inForce(world, all, [own], { together: { expected: { appetite: 1, tolerance: 2 }, extreme: { appetite: 1, tolerance: 2 } } })
    const standing = await manager.call(appetite.riskAppetite.standing, {})
    expect(standing.lines[0]).toMatchObject({ expected: { watch: 1, notAssessed: 1 }, extreme: { breach: 1, notAssessed: 1 }, loss: { minor: expected, assessed: 1, notAssessed: 1 } })
    expect(await manager.call(appetite.riskAppetite.ofRisk, { id: first.risk })).toMatchObject({ measures: [{ measure: 'expected', value: expected, standing: 'watch' }, { measure: 'extreme', value: first.valueAtRisk!.minor, standing: 'breach' }] })
    await simulated(manager, other)
    await org.settle()
    expect((await manager.call(appetite.riskAppetite.standing, {})).lines[0]).toMatchObject({ expected: { watch: 2, notAssessed: 0 } })
    const { jobId } = await manager.call(quantifications.lossRun.start, { name: '2026', years: 20_000 })
    await runJob(world, org, jobId)
    const { together } = await manager.call(appetite.riskAppetite.standing, {})
    expect(together.expected.standing).toBe('breach')
    expect(together.extreme).toMatchObject({ standing: 'breach' })
    expect(together.extreme.minor!).toBeGreaterThan(together.loss.minor!)
  }, 60_000)

  it('read percentiles that figures do not name from the curve, never too low', async () => {
    const all = await team(world)
    const { manager } = all
    const row = await simulated(manager, await newLoss(manager, ransomware))
    const at = async (percentile: number) => {
      await inForce(world, all, [line({ level: null, extreme: { appetite: 1, tolerance: 2 } })], { percentile })
      await runCheck(world, all.org)
      return (await manager.call(appetite.riskAppetite.ofRisk, { id: row.risk })).measures[0]!.value!
    }
    const [p95, p97, p99] = [await at(95), await at(97), await at(99)]
    expect(p97).toBeGreaterThanOrEqual(p95)
    expect(p99).toBeGreaterThanOrEqual(p97 * 0.95)
  }, 60_000)
})
