import { bod2604Policy, severityOnly, standard } from '@heng/engine-priority'
import { vulnerabilities } from '../../../contract/index.ts'
import type { PolicyEffect } from '../../../contract/policy.ts'
import type { Actor, TestOrganisation, TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { over } from '../../testing/over.ts'
import { all, nessus, take, vulnerabilityWorld } from '../../testing/world.ts'
import { Effect } from './effect.ts'

const { policy, vulnerability } = vulnerabilities
let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await vulnerabilityWorld()
  await world.composition.startWorker()
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
})

const day = 86_400_000
const seen = (daysAgo: number): string => new Date(Date.now() - daysAgo * day).toISOString()
const report = (...severities: (1 | 2 | 3 | 4)[]): string => nessus([{ name: '192.0.2.7', items: severities.map((severity, i) => ({ plugin: 10_000 + i, name: `Weakness ${i}`, severity })) }])
/** As strict as can be, and by one rule. */
const strict = { ...severityOnly, id: 'strict', version: '1', rules: [{ id: 'all', priority: 'immediate', dueDays: 1, because: { en: 'Everything at once.', 'zh-CN': '全部立即处置。' } }] }

describe('the policy', () => {
  it('is the shipped standard one until somebody decides, and every shipped one may be put in force', async () => {
    const told = await manager.call(policy.get, {})
    expect(told).toMatchObject({ inForce: { version: 0, decidedAt: null }, definition: { id: 'standard' }, versions: [{ version: 0 }], allowed: ['preview', 'set'] })
    for (const [i, definition] of told.shipped.entries()) expect(await manager.call(policy.set, { definition, reason: 'Trying.', version: i })).toMatchObject({ version: i + 1 })
    const after = await manager.call(policy.get, { version: 4 })
    expect(after).toMatchObject({ inForce: { version: 5, title: { en: 'By the grade of GB/T 30279' }, reason: 'Trying.', decidedBy: { id: manager.personId } }, shown: { version: 4 }, definition: { id: 'bod-26-04' } })
    expect(after.versions.map((one) => one.version)).toEqual([5, 4, 3, 2, 1, 0])
  })

  it('weighs anew what stands, says so in history, and leaves the reasons of before', async () => {
    await take(world, org, manager, report(3, 1), { scannedAt: seen(10) })
    const before = await all(manager)
    const { jobId } = await manager.call(policy.set, { definition: strict, reason: 'A campaign.', version: 0 })
    expect(await over(manager, jobId)).toMatchObject({ state: 'done', result: { looked: 2, moved: 2 }, figures: expect.arrayContaining([{ label: 'Looked at', value: 2 }, { label: 'Moved', value: 2 }]) })
    const after = await all(manager)
    expect(after.map((row) => row.priority)).toEqual(['immediate', 'immediate'])
    expect(after.map((row) => [row.version, row.dueOn! < before[0]!.dueOn!])).toEqual([[2, true], [2, true]])
    expect(await manager.call(vulnerability.explain, { id: after[0]!.id })).toMatchObject({ policy: { id: 'strict', version: '1/1' }, inForce: true, rule: 'all', reasons: ['Everything at once.', expect.stringContaining('within 1 day')] })
    const { rows } = await sql<{ noun: string; action: string; reason: string; actor: string }>`select noun, action, reason, actor_name as actor from history where org_id = ${org.id} and (noun = 'vulnerabilityPolicy' or action = 'weighed') order by seq`.execute(world.kit.db)
    expect(rows.map((row) => [row.noun, row.action, row.reason])).toEqual([['vulnerabilityPolicy', 'set', 'A campaign.'], ['vulnerability', 'weighed', 'A campaign.'], ['vulnerability', 'weighed', 'A campaign.']])
  })

  it('that changes nothing about a vulnerability leaves it be, and it says by which it was weighed', async () => {
    await take(world, org, manager, report(4), { scannedAt: seen(1) })
    const [row] = await all(manager)
    const { jobId } = await manager.call(policy.set, { definition: { ...standard, version: '1.0.1' }, reason: 'Words.', version: 0 })
    expect(await over(manager, jobId)).toMatchObject({ result: { looked: 1, moved: 0 } })
    expect(await manager.call(vulnerability.explain, { id: row!.id })).toMatchObject({ policy: { version: '1.0.0/0' }, inForce: false, reasons: expect.arrayContaining(['Critical severity.']) })
  })

  it('is refused with every fault named, in the language of whoever reads', async () => {
    const faulty = { ...strict, count: 'weeks', rules: [{ ...strict.rules[0], dueDays: -1 }] }
    expect(await manager.refusal(policy.set, { definition: faulty, reason: 'x', version: 0 }, { headers: { 'accept-language': 'zh-CN' } })).toMatchObject({
      code: 'vulnerabilityPolicy.invalid', message: '策略中有 2 处错误，均已注明位置。',
      fields: [{ path: 'definition.count', message: expect.stringContaining('不在允许范围内') }, { path: 'definition.rules[0].dueDays', message: expect.stringContaining('整数天数') }],
    })
    expect(await manager.refusal(policy.preview, { definition: faulty })).toMatchObject({ code: 'vulnerabilityPolicy.invalid' })
    await manager.call(policy.set, { definition: strict, reason: 'x', version: 0 })
    expect(await manager.refusal(policy.set, { definition: strict, reason: 'x', version: 0 })).toMatchObject({ status: 409, code: 'vulnerabilityPolicy.moved' })
  })

  it('is the ISMS manager\'s to set, and everybody\'s to read who has to do with vulnerabilities', async () => {
    const security = await org.actor(['securityAdministrator'])
    expect(await security.refusal(policy.set, { definition: strict, reason: 'x', version: 0 })).toMatchObject({ status: 403 })
    expect((await security.call(policy.get, {})).allowed).toEqual(['preview'])
    const employee = await org.actor(['employee'])
    expect((await employee.call(policy.get, {})).allowed).toEqual([])
    expect(await employee.refusal(policy.preview, { definition: strict })).toMatchObject({ status: 403 })
  })

  it('of one organisation is not another\'s', async () => {
    await manager.call(policy.set, { definition: strict, reason: 'x', version: 0 })
    const other = await (await world.organisation()).actor(['ismsManager'])
    expect(await other.call(policy.get, {})).toMatchObject({ inForce: { version: 0 } })
    expect(await other.refusal(policy.get, { version: 1 })).toMatchObject({ status: 404 })
  })
})

describe('a preview', () => {
  it('counts what a draft would move and make overdue, and changes nothing', async () => {
    await take(world, org, manager, report(4, 3, 1, 1), { scannedAt: seen(10) })
    const before = await all(manager)
    const { jobId } = await manager.call(policy.preview, { definition: strict })
    const job = await over(manager, jobId)
    const effect = job.result as PolicyEffect
    expect(effect).toMatchObject({ looked: 4, sooner: 4, later: 0, overdueNow: 2, overdueThen: 4, becomeOverdue: 2 })
    expect(effect.moves.toSorted((a, b) => a.count - b.count)).toEqual([{ from: 'immediate', to: 'immediate', count: 2 }, { from: 'scheduled', to: 'immediate', count: 2 }])
    expect(await all(manager)).toEqual(before)
  })

  it('weighs by the draft\'s own questions', async () => {
    const vector = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
    await take(world, org, manager, nessus([{ name: '192.0.2.7', items: [{ vector, severity: 4 }, { plugin: 2, name: 'Other', severity: 4 }] }]), { scannedAt: seen(1) })
    const graded = { ...severityOnly, id: 'g', rules: [{ id: 'graded', when: { gbt30279: 'critical' }, priority: 'urgent', dueDays: 9, because: { en: 'x', 'zh-CN': 'x' } }, ...severityOnly.rules.slice(-1)], whenUnknown: { gbt30279: 'ignore' } }
    const { moves } = (await over(manager, (await manager.call(policy.preview, { definition: graded })).jobId)).result as PolicyEffect
    expect(moves.map(({ to, count }) => `${to} ${count}`).toSorted()).toEqual(['none 1', 'urgent 1'])
    expect(await over(manager, (await manager.call(policy.preview, { definition: { ...bod2604Policy } })).jobId)).toMatchObject({ state: 'done' })
  })

  it('counts days that come, go and pass', () => {
    const effect = new Effect('2031-01-10')
    effect.add({ priority: null, dueOn: null }, { priority: 'urgent', dueOn: '2031-01-09' })
    effect.add({ priority: 'urgent', dueOn: '2031-01-09' }, { priority: 'none', dueOn: null })
    effect.add({ priority: 'urgent', dueOn: '2031-01-10' }, { priority: 'urgent', dueOn: '2031-01-10' })
    expect(effect.result()).toEqual({
      looked: 3, sooner: 1, later: 1, overdueNow: 1, overdueThen: 1, becomeOverdue: 1,
      moves: [{ from: null, to: 'urgent', count: 1 }, { from: 'urgent', to: 'none', count: 1 }, { from: 'urgent', to: 'urgent', count: 1 }],
    })
  })
})
