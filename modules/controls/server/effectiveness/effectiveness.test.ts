import { countStatements } from '@heng/server-kit'
import { work } from '@heng/work/contract'
import type { TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controls } from '../../contract/index.ts'
import { concluded, controlWorld, day, newTest, team } from '../testing/world.ts'
import { openDue } from '../work/tests.ts'
import { recomputeAllLate, recomputeLate } from './nightly.ts'
import { recomputeEffectiveness } from './recompute.ts'

let world: TestWorld
beforeAll(async () => {
  world = await controlWorld()
})
afterAll(() => world.close())
const { control: controlOps, controlTest } = controls
type Team = Awaited<ReturnType<typeof team>>

const events = async (t: Team) => (await sql<{ payload: { ids: string[]; reason: string } }>`select payload from outbox where org_id = ${t.org.id} and type = 'control.effectivenessMoved' order by id`.execute(world.kit.db)).rows.map((r) => r.payload)
/** As if the result had been performed so many days ago, and everything had followed that day. */
const age = (t: Team, test: string, nextDue: string) => t.org.asSystem((ctx) => sql`update control_test set next_due = ${nextDue} where org_id = ${ctx.org.id} and id = ${test}`.execute(ctx.tx))
const held = (t: Team) => t.manager.call(controlOps.get, { id: t.control.id })

describe('the figure of a control', () => {
  it('decays by the day while a test is late, lapses, and comes back with the next result', async () => {
    const t = await team(world)
    const test = await newTest(t, { schedule: 'FREQ=DAILY;INTERVAL=100', startsOn: day(-300), graceDays: 10 })
    await concluded(t, test, { on: day(-299) })
    // Due 200 days ago, then 100 days ago, then today: 190 days late, two rounds missed.
    const late = await held(t)
    expect(late).toMatchObject({ effectiveness: Math.floor(100 * 2 ** -1.9), effectivenessStale: true })
    expect(await t.org.asSystem((ctx) => recomputeLate(ctx))).toEqual({ moved: 0, last: null })
    expect((await held(t)).version).toBe(late.version)
    await age(t, test.id, day(-300))
    await t.org.asSystem((ctx) => recomputeLate(ctx))
    expect(await held(t)).toMatchObject({ effectiveness: null, effectivenessStale: true })
    await concluded(t, test, { on: day() })
    expect(await held(t)).toMatchObject({ effectiveness: 100, effectivenessStale: false })
    expect((await events(t)).map((e) => e.reason)).toEqual(['procedure', 'result', 'time', 'result'])
  })

  it('follows the state and the procedures, writes and tells only what moved', async () => {
    const t = await team(world)
    const test = await newTest(t)
    await concluded(t, test)
    const before = await held(t)
    await t.org.asSystem((ctx) => recomputeEffectiveness(ctx, [t.control.id], 'procedure'))
    expect((await held(t)).version).toBe(before.version)
    const broken = await t.manager.call(controlOps.update, { id: t.control.id, version: before.version, values: { state: 'notWorking' } })
    expect(broken).toMatchObject({ effectiveness: 0, version: before.version + 1 })
    const mended = await t.manager.call(controlOps.update, { id: t.control.id, version: broken.version, values: { state: 'implemented' } })
    expect(mended).toMatchObject({ effectiveness: 100, version: broken.version + 1 })
    const design = await newTest(t, { kind: 'design', name: 'Design' })
    await concluded(t, design, { conclusion: 'partlyEffective', examined: 1 })
    expect((await held(t)).effectiveness).toBe(50)
    const row = await t.manager.call(controlTest.get, { id: design.id })
    await t.manager.call(controlTest.archive, { id: design.id, version: row.version })
    expect((await held(t)).effectiveness).toBe(100)
    const reasons = (await events(t)).filter((e) => e.ids.includes(t.control.id)).map((e) => e.reason)
    expect(reasons).toEqual(['procedure', 'result', 'state', 'state', 'procedure', 'result', 'procedure'])
  })

  it('every late control is reached, in as many transactions as it takes', async () => {
    const t = await team(world)
    const ids = [t.control.id]
    for (let i = 0; i < 22; i += 1) ids.push((await t.manager.call(controlOps.create, { name: `Control ${i}`, state: 'implemented' })).id)
    for (const id of ids) await newTest({ ...t, control: { ...t.control, id } }, { startsOn: day(5) })
    await t.org.asSystem((ctx) => sql`update control_test set next_due = ${day(-30)}, starts_on = ${day(-30)} where org_id = ${ctx.org.id}`.execute(ctx.tx))
    await recomputeAllLate(world.kit)
    const { items } = await t.manager.call(controlOps.list, { filter: { effectivenessStale: 'true' }, limit: 50 })
    expect(items).toHaveLength(ids.length)
  })

  it('pausing a test silences the duty, not the ageing', async () => {
    const t = await team(world)
    const test = await newTest(t, { schedule: 'FREQ=DAILY;INTERVAL=100', startsOn: day(-200), graceDays: 0 })
    await concluded(t, test, { on: day(-199) })
    const row = await t.manager.call(controlTest.get, { id: test.id })
    const paused = await t.manager.call(controlTest.update, { id: test.id, version: row.version, values: { state: 'paused' } })
    expect(paused.overdue).toBe(false)
    await t.org.asSystem((ctx) => recomputeLate(ctx))
    expect(await held(t)).toMatchObject({ effectiveness: 50, effectivenessStale: true })
  })

  it('takes the same number of statements for any number of controls', async () => {
    const t = await team(world)
    const ids: string[] = []
    for (let i = 0; i < 12; i += 1) {
      const { id } = await t.manager.call(controlOps.create, { name: `Control ${i}`, state: 'implemented' })
      ids.push(id)
      const test = await newTest({ ...t, control: { ...t.control, id } }, { name: `Test ${i}` })
      await concluded(t, test)
    }
    const few = async (count: number) => t.org.asSystem(async (ctx) => {
      await sql`update control set effectiveness = 7 where org_id = ${ctx.org.id}`.execute(ctx.tx)
      const { statements, value } = await countStatements(() => recomputeEffectiveness(ctx, ids.slice(0, count), 'time'))
      return [statements, value.length]
    })
    expect(await few(1)).toEqual([3, 1])
    expect(await few(12)).toEqual([3, 12])
  })
})

describe('schedules', () => {
  it('shows the next days, refuses what is no schedule by name, and says what is enough of a sample', async () => {
    const t = await team(world)
    const { days, schedule } = await t.tester.call(controlTest.preview, { schedule: 'rrule:freq=monthly;bymonthday=-1', startsOn: '2030-01-10' })
    expect([schedule, days]).toEqual(['FREQ=MONTHLY;BYMONTHDAY=-1', ['2030-01-31', '2030-02-28', '2030-03-31', '2030-04-30', '2030-05-31']])
    const refused = async (rule: string) => (await t.tester.refusal(controlTest.preview, { schedule: rule, startsOn: '2030-01-10' })).fields!.map((f) => `${f.path} ${f.code}`)
    expect(await refused('FREQ=HOURLY')).toEqual(['schedule rule.subDaily'])
    expect(await refused('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30')).toEqual(['schedule rule.never'])
    const bad = await t.manager.refusal(controlTest.create, { name: 'x', control: t.control.id, kind: 'design', state: 'active', startsOn: day(), schedule: 'FREQ=DAILY;BYHOUR=3' })
    expect(bad.fields).toMatchObject([{ path: 'schedule', code: 'rule.timeOfDay', message: 'A test falls on a day, not on a time of day.' }])
    expect(await t.tester.call(controlTest.sampleSize, { confidence: 90, tolerable: 10 })).toEqual({ size: 22 })
    expect(await t.tester.call(controlTest.sampleSize, { confidence: 90, tolerable: 10, population: 4 })).toEqual({ size: 4 })
    expect((await t.manager.refusal(controlTest.create, { name: 'x', control: t.control.id, kind: 'design', state: 'active', startsOn: day(), confidence: 90 })).fields).toMatchObject([{ path: 'tolerableRate', code: 'together' }])
  })
})

describe('duties', () => {
  const mine = async (who: Team['tester']) => (await who.call(work.work.list, { state: 'open' })).items
  it('a test that comes due is work of its tester, closed by its conclusion, then to be reviewed by another', async () => {
    const t = await team(world)
    const test = await newTest(t, { startsOn: day(5) })
    await newTest(t, { name: 'Far away', startsOn: day(60) })
    await t.org.settle()
    expect(await mine(t.tester)).toMatchObject([{ kind: 'controlTest.perform', dueOn: day(5), subjectReference: test.reference }])
    const done = await concluded(t, test, { on: day() })
    await t.org.settle()
    expect(await mine(t.tester)).toEqual([])
    expect((await mine(t.second)).map((w) => [w.kind, w.subjectReference])).toEqual([['testResult.review', done.reference]])
    await t.second.call(controls.testResult.review, { id: done.id, version: done.version })
    await t.org.settle()
    expect(await mine(t.second)).toEqual([])
  })
  it('what is late is told once to tester and owner; given to somebody else it is theirs; paused it is nobody’s', async () => {
    const t = await team(world)
    const test = await newTest(t)
    await t.org.settle()
    await t.org.asSystem(openDue)
    await t.org.asSystem(openDue)
    const told = async (who: Team['tester']) => (await who.call(work.notice.list, {})).items.filter((n) => n.link === `control-tests/${test.id}`).length
    expect([await told(t.tester), await told(t.owner)]).toEqual([1, 1])
    const moved = await t.manager.call(controlTest.update, { id: test.id, version: 1, values: { tester: t.second.personId } })
    await t.org.settle()
    expect([(await mine(t.tester)).length, (await mine(t.second)).length]).toEqual([0, 1])
    await t.manager.call(controlTest.update, { id: test.id, version: moved.version, values: { state: 'paused' } })
    await t.org.settle()
    expect(await mine(t.second)).toEqual([])
  })
})

describe('how the figure comes about', () => {
  it('is told down to results, versions, people and files, to whoever may read the control', async () => {
    const t = await team(world)
    const design = await newTest(t, { kind: 'design', name: 'Design' })
    await concluded(t, design, { examined: 1 })
    const test = await newTest(t)
    const done = await concluded(t, test, { deviations: 1 })
    const told = await t.owner.call(controlOps.explain, { id: t.control.id })
    expect(told).toMatchObject({
      percent: 96, stale: false, stored: { percent: 96, stale: false }, asOf: day(), method: { id: 'control-effectiveness', version: '1.0.0' },
      tests: [
        { kind: 'design', tester: 'Tester' },
        { kind: 'operating', reference: test.reference, graceDays: 10, overdue: false, result: { id: done.id, version: 2, conclusion: 'effective', performedBy: 'Tester', concludedBy: 'Tester', reviewedBy: null, examined: 25, deviations: 1, hash: done.frozenHash, files: [] } },
      ],
    })
    expect(told.steps.map((s) => s.id.split(':')[0])).toEqual(['state', 'procedure', 'procedure', 'design', 'operating', 'effectiveness'])
    const stranger = await t.org.actor(['employee'])
    expect((await stranger.refusal(controlOps.explain, { id: t.control.id })).status).toBe(404)
  })
})
