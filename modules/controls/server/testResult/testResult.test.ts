import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { draw } from '@heng/engine-assurance'
import { importTable, openTable } from '@heng/imports/reads'
import { canonicalJson } from '@heng/server-kit'
import type { TestWorld } from '@heng/testkit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { controls } from '../../contract/index.ts'
import { effectivenessOf } from '../reads.ts'
import { concluded, controlWorld, day, newTest, team } from '../testing/world.ts'

let world: TestWorld
beforeAll(async () => {
  world = await controlWorld()
})
afterAll(() => world.close())
const { control: controlOps, controlTest, testResult } = controls

describe('carrying out a test', () => {
  it('draws a sample that anybody can draw again, and takes outcomes for nothing but it', async () => {
    const t = await team(world)
    const test = await newTest(t)
    const made = await t.tester.call(testResult.create, { test: test.id, periodFrom: day(-90), periodTo: day(-2), performedOn: day(-1) })
    expect(made).toMatchObject({ state: 'draft', control: t.control.id, performedBy: t.tester.personId, examined: null, proposal: null, name: `Quarterly access review · ${day(-1)}` })
    const drawn = await t.tester.call(testResult.draw, { id: made.id, version: 1, populationSize: 400, seed: '2026-Q4' })
    // 90 % that at most 10 % of 400 deviate: 22 of an endless population, 21 of these.
    expect(drawn.items!.map((item) => item.place)).toEqual(draw({ seed: '2026-Q4', population: 400, size: 21 }))
    expect(drawn).toMatchObject({ populationSize: 400, seed: '2026-Q4', examined: 0, proposal: null })
    expect((await t.tester.refusal(testResult.draw, { id: made.id, version: 2, populationSize: 400 })).fields).toMatchObject([{ path: 'reason' }])
    const foreign = drawn.items!.map((item, i) => ({ ...item, place: i === 0 ? 399 : item.place, outcome: 'pass' as const }))
    expect((await t.tester.refusal(testResult.update, { id: made.id, version: 2, values: { items: foreign } })).fields).toMatchObject([{ path: 'items', code: 'asDrawn' }])
    const items = drawn.items!.map((item, i) => ({ ...item, outcome: i === 0 ? ('notApplicable' as const) : i === 1 ? ('deviation' as const) : i === 2 ? null : ('pass' as const) }))
    const half = await t.tester.call(testResult.update, { id: made.id, version: 2, values: { items } })
    expect(half).toMatchObject({ examined: 19, deviations: 1, rate: 5.26, proposal: 'partlyEffective', confidence: 90 })
    expect((await t.tester.refusal(testResult.conclude, { id: made.id, version: 3, conclusion: 'effective', rationale: 'x' })).code).toBe('testResult.itemsOpen')
  })

  it('draws from a list of names, keeps its hash, and draws all where there are few', async () => {
    const t = await team(world)
    const test = await newTest(t, { sampleSize: 3 })
    const made = await t.tester.call(testResult.create, { test: test.id })
    const identifiers = Array.from({ length: 50 }, (_, i) => `TICKET-${i + 1}`)
    const drawn = await t.tester.call(testResult.draw, { id: made.id, version: 1, identifiers })
    expect(drawn.seed).toMatch(/^[0-9a-f]{16}$/)
    expect(drawn.items).toHaveLength(3)
    for (const { place, id } of drawn.items!) expect(id).toBe(`TICKET-${place}`)
    expect(drawn.populationHash).toBe(createHash('sha256').update(identifiers.join('\n')).digest('hex'))
    const again = await t.tester.call(testResult.draw, { id: made.id, version: 2, populationSize: 2, reason: 'The list held test systems.' })
    expect(again.items!.map((i) => i.place)).toEqual([1, 2])
    expect(again.populationHash).toBeNull()
    expect((await t.tester.refusal(testResult.draw, { id: made.id, version: 3, identifiers: ['a', 'a'], reason: 'x' })).fields).toMatchObject([{ path: 'identifiers' }])
  })

  it('is concluded by a person, frozen with a hash, and moves the control', async () => {
    const t = await team(world)
    const test = await newTest(t)
    expect(test).toMatchObject({ nextDue: day(-100), overdue: true, controlOwner: t.owner.personId, unit: t.org.rootUnit })
    const done = await concluded(t, test, { deviations: 1 })
    expect(done).toMatchObject({ state: 'concluded', conclusion: 'effective', proposal: 'partlyEffective', rate: 4, independent: true, concludedBy: t.tester.personId, allowed: ['replace'] })
    expect(done.frozenHash).toBe(createHash('sha256').update(canonicalJson(done.frozen)).digest('hex'))
    expect(done.frozen).toMatchObject({ result: { examined: 25, deviations: 1, conclusion: 'effective' }, procedure: { reference: test.reference } })
    const after = await t.manager.call(controlTest.get, { id: test.id })
    expect(after).toMatchObject({ lastResult: done.id, lastConclusion: 'effective', lastPerformedOn: day(-1), overdue: false, version: 2 })
    expect(after.nextDue! > day()).toBe(true)
    const held = await t.manager.call(controlOps.get, { id: t.control.id })
    expect(held).toMatchObject({ effectiveness: 96, effectivenessStale: false })
    await t.org.asSystem(async (ctx) => {
      expect((await effectivenessOf(ctx, [t.control.id])).get(t.control.id)).toEqual({ percent: 96, stale: false, at: held.effectivenessAt })
    })
    expect((await t.tester.refusal(testResult.update, { id: done.id, version: done.version, values: { rationale: 'other' } })).code).toBe('testResult.frozen')
    expect((await t.tester.refusal(testResult.archive, { id: done.id, version: done.version })).code).toBe('testResult.frozen')
    expect((await t.manager.refusal(testResult.bulk, { ids: [done.id], values: { deviations: 0 } })).code).toBe('testResult.frozen')
    expect((await t.tester.refusal(testResult.conclude, { id: done.id, version: done.version, conclusion: 'effective', rationale: 'x' })).code).toBe('testResult.frozen')
  })

  it('is reviewed by somebody else', async () => {
    const t = await team(world)
    const test = await newTest(t, { tester: t.manager.personId })
    const made = await t.manager.call(testResult.create, { test: test.id, periodTo: day(-3), performedOn: day(-2) })
    const done = await t.manager.call(testResult.conclude, { id: made.id, version: 1, conclusion: 'effective', rationale: 'Looked at all.' })
    expect((await t.manager.refusal(testResult.review, { id: done.id, version: 2 })).code).toBe('testResult.fourEyes')
    expect((await t.tester.refusal(testResult.review, { id: done.id, version: 2 })).status).toBe(403)
    expect((await t.second.refusal(testResult.review, { id: done.id, version: 1 })).code).toBe('versionConflict')
    const reviewed = await t.second.call(testResult.review, { id: done.id, version: 2, note: 'Agreed.' })
    expect(reviewed).toMatchObject({ state: 'reviewed', reviewedBy: t.second.personId, reviewNote: 'Agreed.', frozenHash: done.frozenHash })
    expect((await t.second.refusal(testResult.review, { id: done.id, version: 3 })).code).toBe('testResult.notConcluded')
  })

  it('is corrected by another result, one at a time, and the old one no longer counts', async () => {
    const t = await team(world)
    const test = await newTest(t)
    const wrong = await concluded(t, test, { deviations: 0 })
    const correction = await t.tester.call(testResult.replace, { id: wrong.id, version: wrong.version, reason: 'Two approvals were missing.' })
    expect(correction).toMatchObject({ state: 'draft', replaces: wrong.id, replacementReason: 'Two approvals were missing.', examined: 25 })
    expect((await t.tester.refusal(testResult.replace, { id: wrong.id, version: wrong.version, reason: 'again' })).code).toBe('duplicate')
    expect((await t.manager.call(controlOps.get, { id: t.control.id })).effectiveness).toBe(100)
    const mended = await t.tester.call(testResult.update, { id: correction.id, version: 1, values: { deviations: 20 } })
    await t.tester.call(testResult.conclude, { id: mended.id, version: 2, conclusion: 'ineffective', rationale: 'Most approvals are missing.' })
    expect(await t.manager.call(testResult.get, { id: wrong.id })).toMatchObject({ state: 'replaced', frozenHash: wrong.frozenHash })
    expect((await t.manager.call(controlOps.get, { id: t.control.id })).effectiveness).toBe(0)
    expect((await t.manager.call(controlTest.get, { id: test.id })).lastResult).toBe(mended.id)
  })

  it('done earlier but told later does not take the place of what is newer', async () => {
    const t = await team(world)
    const test = await newTest(t)
    const newer = await concluded(t, test, { on: day(-1) })
    await concluded(t, test, { on: day(-60), deviations: 10, conclusion: 'ineffective' })
    expect((await t.manager.call(controlTest.get, { id: test.id })).lastResult).toBe(newer.id)
    expect((await t.manager.call(controlOps.get, { id: t.control.id })).effectiveness).toBe(100)
  })

  it('refuses days and figures that do not fit', async () => {
    const t = await team(world)
    const test = await newTest(t)
    const code = async (values: object) => (await t.tester.refusal(testResult.create, { test: test.id, ...values })).fields?.map((f) => `${f.path} ${f.code}`)
    expect(await code({ periodFrom: day(-1), periodTo: day(-2) })).toEqual(['periodTo beforeStart'])
    expect(await code({ performedOn: day(1) })).toEqual(['performedOn future'])
    expect(await code({ periodTo: day(-1), performedOn: day(-2) })).toEqual(['performedOn beforePeriodEnds'])
    expect(await code({ examined: 3, deviations: 4 })).toEqual(['deviations moreThanExamined'])
    expect(await code({ examined: 5, populationSize: 4 })).toEqual(['examined moreThanPopulation'])
    expect(await code({ items: [{ place: 1, id: null, outcome: null, note: null }, { place: 1, id: null, outcome: null, note: null }] })).toEqual(['items placesOnce'])
    const made = await t.tester.call(testResult.create, { test: test.id })
    expect((await t.tester.refusal(testResult.conclude, { id: made.id, version: 1, conclusion: 'effective', rationale: 'x' })).fields).toMatchObject([{ path: 'performedOn', code: 'required' }])
  })
})

describe('from a table', () => {
  it('results come in as drafts, with what the sample suggests, for a person to conclude', async () => {
    const t = await team(world)
    await newTest(t)
    const folder = await mkdtemp(join(tmpdir(), 'heng-results-'))
    const file = join(folder, 'results.csv')
    await writeFile(file, `Test procedure,Performed on,Performed by,Items examined,Deviations,Size of the population\nQuarterly access review,${day(-2)},Tester,30,0,300\n`)
    await t.org.asSystem((ctx) => importTable(ctx, { noun: 'testResult', fileName: 'results.csv', open: () => openTable(file, {}) }))
    await rm(folder, { recursive: true })
    const { items } = await t.manager.call(testResult.list, {})
    expect(items).toMatchObject([{ state: 'draft', examined: 30, deviations: 0, populationSize: 300, proposal: 'effective', performedBy: t.tester.personId, control: t.control.id }])
  })
})

describe('who may do what', () => {
  it('keeps the owner of a control from testing it, unless the procedure says otherwise, and then shows it', async () => {
    const t = await team(world)
    expect((await t.manager.refusal(controlTest.create, { name: 'x', control: t.control.id, kind: 'operating', state: 'active', tester: t.owner.personId, startsOn: day() })).fields).toMatchObject([{ path: 'tester', code: 'notIndependent' }])
    const strict = await newTest(t)
    expect((await t.owner.refusal(testResult.create, { test: strict.id })).code).toBe('testResult.testerOnly')
    const made = await t.tester.call(testResult.create, { test: strict.id, periodTo: day(-1), performedOn: day(-1), performedBy: t.owner.personId })
    expect((await t.tester.refusal(testResult.conclude, { id: made.id, version: 1, conclusion: 'effective', rationale: 'x' })).code).toBe('testResult.notIndependent')
    const lenient = await newTest(t, { tester: t.owner.personId, independence: 'preferred' })
    const own = await t.owner.call(testResult.create, { test: lenient.id, periodTo: day(-1), performedOn: day(-1) })
    expect(await t.owner.call(testResult.conclude, { id: own.id, version: 1, conclusion: 'effective', rationale: 'x' })).toMatchObject({ independent: false })
  })

  it('lets testers see and do their own, auditors read, others nothing; organisations stay apart', async () => {
    const t = await team(world)
    const test = await newTest(t)
    const done = await concluded(t, test)
    const stranger = await t.org.actor(['employee'])
    const auditor = await t.org.actor(['externalAuditor'])
    expect((await stranger.refusal(testResult.get, { id: done.id })).status).toBe(404)
    expect((await stranger.call(testResult.list, {})).items).toEqual([])
    expect((await t.tester.call(controlTest.list, {})).items.map((i) => i.id)).toEqual([test.id])
    expect((await t.owner.call(testResult.list, {})).items.map((i) => i.id)).toEqual([done.id])
    expect((await auditor.call(testResult.get, { id: done.id })).allowed).toEqual([])
    expect((await auditor.refusal(testResult.create, { test: test.id })).status).toBe(403)
    expect((await t.tester.refusal(controlTest.update, { id: test.id, version: 2, values: { graceDays: 300 } })).status).toBe(403)
    const other = await team(world)
    expect((await other.manager.refusal(testResult.get, { id: done.id })).status).toBe(404)
    expect((await other.manager.refusal(testResult.create, { test: test.id })).fields).toMatchObject([{ path: 'test', code: 'reference' }])
    expect((await other.manager.refusal(controlTest.create, { name: 'x', control: t.control.id, kind: 'design', state: 'active', startsOn: day() })).fields).toMatchObject([{ path: 'control', code: 'reference' }])
    expect((await other.manager.refusal(controlOps.explain, { id: t.control.id })).status).toBe(404)
  })
})
