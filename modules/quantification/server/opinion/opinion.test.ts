import { magnitudeMean } from '../testing/moments.ts'
import { quantile } from '@heng/engine-loss'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quantifications, type LossModel } from '../../contract/index.ts'
import { calibrationQuestions } from '../calibration/questions.ts'
import { lossWorld, newLoss } from '../testing/world.ts'
import { endsOf, frequencyOf, meanOfPool, pooledMagnitude } from './fit.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
let [ann, bob]: [Actor, Actor] = [null as never, null as never]
beforeAll(async () => {
  world = await lossWorld()
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
  ;[ann, bob] = [await org.actor(['employee'], 'Ann'), await org.actor(['employee'], 'Bob')]
})
afterAll(() => world.close())

const { lossOpinion, calibration } = quantifications

describe('an estimate', () => {
  it('without a middle is its interval; with one it is moved, and as wide', () => {
    expect(endsOf({ p5: 10, p50: null, p95: 1_000 })).toEqual({ p5: 10, p95: 1_000 })
    expect(endsOf({ p5: 10, p50: 100, p95: 1_000 })).toEqual({ p5: expect.closeTo(10, 9), p95: expect.closeTo(1_000, 6) })
    const { p5, p95 } = endsOf({ p5: 10, p50: 50, p95: 1_000 })
    expect([p95 / p5, Math.sqrt(p5 * p95)]).toEqual([expect.closeTo(100, 9), expect.closeTo(Math.cbrt(10 * 50 * 1_000), 9)])
  })
  it('of rates keeps mean and spread as a negative binomial number of events', () => {
    const pooled = pooledMagnitude([{ p5: 0.1, p50: null, p95: 1, weight: 1 }, { p5: 0.5, p50: null, p95: 2, weight: 3 }], 'linear')
    const { mean, square } = magnitudeMean(pooled)
    expect(meanOfPool(pooled)).toBeCloseTo(mean, 6)
    const { negativeBinomial } = frequencyOf(pooled)
    expect(negativeBinomial!.mean).toBeCloseTo(mean, 6)
    // A gamma-distributed rate has variance mean² / shape.
    expect(negativeBinomial!.mean ** 2 / negativeBinomial!.dispersion).toBeCloseTo(square - mean ** 2, 4)
    expect(frequencyOf(pooledMagnitude([{ p5: 2, p50: null, p95: 2, weight: 1 }], 'logarithmic'))).toEqual({ poisson: { rate: expect.closeTo(2, 9) } })
  })
})

describe('experts', () => {
  it('are asked, do not see one another before they have answered, and are taken into the model with a reason', async () => {
    const row = await newLoss(manager, undefined, { experts: [ann.personId, bob.personId] })
    await org.settle()
    const { rows: open } = await sql<{ n: number }>`select count(*)::int as n from work_item where org_id = ${org.id} and subject_id = ${row.id} and state = 'open'`.execute(world.kit.db)
    expect(open[0]!.n).toBe(2)
    await ann.call(lossOpinion.give, { id: row.id, question: 'frequency', p5: 0.1, p95: 1, rationale: 'two in ten years' })
    await ann.call(lossOpinion.give, { id: row.id, question: 'magnitude', p5: 100_000, p50: 400_000, p95: 2_000_000 })
    expect(await bob.call(lossOpinion.list, { id: row.id })).toMatchObject({ opinions: [], hidden: 2, mayGive: true, mayFacilitate: false, waiting: [bob.personId] })
    expect((await bob.refusal(lossOpinion.pool, { id: row.id })).status).toBe(404)
    await bob.call(lossOpinion.give, { id: row.id, question: 'frequency', p5: 0.5, p95: 2 })
    expect((await bob.call(lossOpinion.list, { id: row.id })).opinions).toHaveLength(3)
    await org.settle()
    const { rows: left } = await sql<{ n: number }>`select count(*)::int as n from work_item where org_id = ${org.id} and subject_id = ${row.id} and state = 'open'`.execute(world.kit.db)
    expect(left[0]!.n).toBe(0)
    const { pooled } = await manager.call(lossOpinion.pool, { id: row.id, pooling: 'logarithmic' })
    expect(pooled.map(({ question, people }) => [question, people.length])).toEqual([['frequency', 2], ['magnitude', 1]])
    expect(pooled[0]!.p5).toBeGreaterThan(0.1)
    const taken = await manager.call(lossOpinion.take, { id: row.id, version: row.version, questions: ['frequency', 'magnitude'], pooling: 'linear', weighting: 'equal', reason: 'workshop' })
    const model = taken.model as LossModel
    expect(model.frequency.negativeBinomial!.mean).toBeCloseTo(meanOfPool(pooledMagnitude([{ p5: 0.1, p50: null, p95: 1, weight: 1 }, { p5: 0.5, p50: null, p95: 2, weight: 1 }], 'linear')), 9)
    expect(quantile(model.magnitude, 0.5)).toBeCloseTo(Math.cbrt(100_000 * 400_000 * 2_000_000), 2)
    expect((await manager.refusal(lossOpinion.take, { id: row.id, version: taken.version, questions: ['secondary'], pooling: 'linear', weighting: 'equal', reason: 'x' })).code).toBe('quantification.noOpinion')
  })

  it('may be written down by whoever leads; nobody else speaks for them', async () => {
    const row = await newLoss(manager, undefined, { experts: [ann.personId] })
    const { opinion } = await manager.call(lossOpinion.give, { id: row.id, person: ann.personId, question: 'magnitude', p5: 1, p95: 2 })
    expect(opinion).toMatchObject({ person: ann.personId, recordedBy: manager.personId })
    expect((await ann.refusal(lossOpinion.give, { id: row.id, person: bob.personId, question: 'magnitude', p5: 1, p95: 2 })).status).toBe(403)
    expect((await bob.refusal(lossOpinion.give, { id: row.id, question: 'magnitude', p5: 1, p95: 2 })).status).toBe(404)
    expect((await bob.refusal(lossOpinion.list, { id: row.id })).status).toBe(404)
    expect((await manager.refusal(lossOpinion.give, { id: row.id, person: bob.personId, question: 'magnitude', p5: 1, p95: 2 })).fields?.[0]?.code).toBe('expert')
    for (const [values, path] of [[{ p5: 2, p95: 1 }, 'p95'], [{ p5: 1, p50: 5, p95: 3 }, 'p50']] as const) expect((await ann.refusal(lossOpinion.give, { id: row.id, question: 'frequency', ...values })).fields?.[0]?.path).toBe(path)
  })
})

describe('training of 90 % intervals', () => {
  it('asks what can be looked up, each once, in both languages, without the answer', async () => {
    const { questions } = await ann.call(calibration.questions, {})
    expect(questions.length).toBeGreaterThanOrEqual(20)
    expect(JSON.stringify(questions)).not.toContain('truth')
    expect(new Set(calibrationQuestions.map(({ id }) => id)).size).toBe(questions.length)
    for (const { truth, text, unit, source } of calibrationQuestions) expect([truth > 0, ...[text, unit, source].map((one) => one.en !== '' && /\p{Script=Han}|80$/u.test(one['zh-CN']))]).toEqual([true, true, true, true])
  })

  it('tells how many hold, keeps it for the person, and weighs estimates by it', async () => {
    const around = (factor: number, wrong: number) => calibrationQuestions.map(({ id, truth }, i) => (i < wrong ? { question: id, low: truth * 2, high: truth * 3 } : { question: id, low: truth / factor, high: truth * factor }))
    const bad = await bob.call(calibration.submit, { answers: around(1.1, 12) })
    expect(bad).toMatchObject({ asked: calibrationQuestions.length, hit: calibrationQuestions.length - 12, advice: 'tooNarrow' })
    expect(bad.widen).toBeGreaterThan(1)
    expect(bad.answers.find(({ hit }) => !hit)).toMatchObject({ truth: calibrationQuestions[0]!.truth })
    const good = await ann.call(calibration.submit, { answers: around(1.5, 2) })
    expect([good.advice, good.score > 0.5, bad.score < 1e-6]).toEqual(['fits', true, true])
    expect((await ann.call(calibration.mine, {})).trainings).toMatchObject([{ id: good.id, hit: good.hit, advice: 'fits' }])
    const row = await newLoss(manager, undefined, { experts: [ann.personId, bob.personId] })
    await ann.call(lossOpinion.give, { id: row.id, question: 'magnitude', p5: 10, p95: 20 })
    await bob.call(lossOpinion.give, { id: row.id, question: 'magnitude', p5: 1_000, p95: 2_000 })
    await manager.call(lossOpinion.give, { id: row.id, question: 'magnitude', p5: 500, p95: 600 })
    const { pooled: [one] } = await manager.call(lossOpinion.pool, { id: row.id, weighting: 'calibration' })
    expect(one!.people[0]).toMatchObject({ person: ann.personId })
    expect(one!.people[0]!.weight).toBeGreaterThan(0.99)
    expect(one!.without).toEqual([manager.personId])
    expect(one!.p50).toBeLessThan(20)
  })

  it('refuses answers that are none', async () => {
    const five = calibrationQuestions.slice(0, 5).map(({ id }) => ({ question: id, low: 1, high: 2 }))
    expect((await ann.refusal(calibration.submit, { answers: five.slice(1) })).status).toBe(422)
    expect((await ann.refusal(calibration.submit, { answers: five.map((one, i) => (i === 2 ? { ...one, low: 3 } : one)) })).fields?.[0]).toMatchObject({ path: 'answers.2.high', code: 'aboveLow' })
    expect((await ann.refusal(calibration.submit, { answers: [...five, five[0]!] })).fields?.[0]).toMatchObject({ path: 'answers.5.question', code: 'duplicate' })
    expect((await ann.refusal(calibration.submit, { answers: five.map((one, i) => (i === 0 ? { ...one, question: 'none' } : one)) })).fields?.[0]?.path).toBe('answers.0.question')
    const auditor = await org.actor(['externalAuditor'])
    expect((await auditor.refusal(calibration.questions, {})).status).toBe(403)
  })
})
