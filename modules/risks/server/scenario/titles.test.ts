import { scenariosFor } from '@heng/content-knowledge'
import { records } from '@heng/records/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestWorld } from '@heng/testkit'
import { approvals } from '@heng/approvals/contract'
import { risks } from '../../contract/index.ts'
import { bilingualTitles } from '../migrations/0004_titles.ts'
import { approve, newAsset, newRisk, riskWorld, statementsOf, team, type Team } from '../testing/world.ts'
import { openDue } from '../work/due.ts'
import { generateNow } from '../testing/generate.ts'

let world: TestWorld
beforeAll(async () => {
  world = await riskWorld()
})
afterAll(() => world.close())

const { risk, riskAcceptance, riskScenario, treatmentPlan } = risks
const chinese = { headers: { 'accept-language': 'zh-CN' } }
const english = { headers: { 'accept-language': 'en' } }
const { threat, vulnerability } = scenariosFor('at-server')[0]!
const both = { en: `ERP: ${threat.title.en} (${vulnerability.title.en})`, 'zh-CN': `ERP：${threat.title['zh-CN']}（${vulnerability.title['zh-CN']}）` }

/** A risk that came from the knowledge base. */
const generated = async ({ org, manager, owner }: Team) => {
  const asset = await newAsset(manager, org, { name: 'ERP', owner: owner.personId, confidentiality: 5 })
  await generateNow(world, org, manager, { assets: [asset.id] })
  const { items } = await manager.call(riskScenario.list, { filter: { threat: threat.id, vulnerability: vulnerability.id } })
  const { risks: made } = await manager.call(riskScenario.confirm, { select: { ids: [items[0]!.id] } })
  return { id: made[0]!, scenario: items[0]! }
}

describe('a generated title', () => {
  it('is told in the language of whoever reads it, in lists, sort, filter, search, labels and rankings', async () => {
    const t = await team(world)
    const { id, scenario } = await generated(t)
    const { manager } = t
    expect(scenario.title).toBe(both.en)
    expect((await manager.call(riskScenario.get, { id: scenario.id }, chinese)).title).toBe(both['zh-CN'])
    expect((await manager.call(risk.get, { id }, english)).title).toBe(both.en)
    expect((await manager.call(risk.get, { id }, chinese)).title).toBe(both['zh-CN'])
    await newRisk(manager, { title: 'ERP: 我们自己写的' })
    const sorted = async (sort: string, options: typeof chinese) => (await manager.call(risk.list, { sort }, options)).items.map((i) => i.title)
    expect((await sorted('title', english)).toSorted()).toEqual([both.en, 'ERP: 我们自己写的'].toSorted())
    expect(await sorted('-title', chinese)).toEqual((await sorted('title', chinese)).toReversed())
    expect((await manager.call(risk.list, { filter: { title: threat.title['zh-CN'] } }, chinese)).total).toBe(1)
    expect((await manager.call(risk.list, { filter: { title: threat.title['zh-CN'] } }, english)).total).toBe(0)
    for (const q of [threat.title.en, threat.title['zh-CN']]) {
      expect((await manager.call(risk.list, { q }, english)).items.map((i) => i.title)).toEqual([both.en])
      expect((await manager.call(records.search.find, { q, nouns: ['risk'] }, chinese)).items.map((i) => i.title)).toEqual([both['zh-CN']])
    }
    const found = await manager.call(records.search.find, { q: threat.title['zh-CN'], nouns: ['risk'] }, english)
    expect(found.items[0]).toMatchObject({ title: both.en, titleMatches: [] })
    expect(found.items[0]!.snippet!.text).toContain(both['zh-CN'])
    expect((await manager.call(riskScenario.get, { id: scenario.id }, chinese)).labels[id]!.text).toBe(both['zh-CN'])
    const row = await manager.call(risk.get, { id })
    await manager.call(risk.rate, { id, version: row.version, basis: 'current', factors: { threat: 4, vulnerability: 4 }, rationale: 'x' })
    expect((await manager.call(risk.top, { basis: 'current' }, chinese)).items[0]!.title).toBe(both['zh-CN'])
    const feed = await manager.call(records.history.feed, { limit: 200 }, chinese)
    expect(feed.labels[id]!.text).toBe(both['zh-CN'])
  })

  it('stays in both languages when a form sends it back as it was seen, and is the person’s once they change it', async () => {
    const t = await team(world)
    const { id } = await generated(t)
    const { manager } = t
    const same = await manager.call(risk.update, { id, version: 1, values: { title: both['zh-CN'], consequence: '停产' } }, chinese)
    expect(same).toMatchObject({ version: 2, title: both['zh-CN'], consequence: '停产' })
    expect((await manager.call(risk.get, { id }, english)).title).toBe(both.en)
    expect(await manager.call(risk.update, { id, version: 2, values: { title: both.en } }, english)).toMatchObject({ version: 2 })
    await manager.call(risk.update, { id, version: 2, values: { title: '订单系统被勒索' } }, chinese)
    expect((await manager.call(risk.get, { id }, english)).title).toBe('订单系统被勒索')
    const { items } = await manager.call(records.history.list, { noun: 'risk', recordId: id })
    expect(items[0]!.changes).toEqual([{ field: 'title', before: both, after: '订单系统被勒索' }])
  })

  it('is kept in both languages by whatever freezes it, and by work and notices', async () => {
    const t = await team(world)
    const { id } = await generated(t)
    const { org, manager, owner } = t
    const rated = await manager.call(risk.rate, { id, version: 1, basis: 'current', factors: { threat: 1, vulnerability: 1 }, rationale: 'x' })
    await manager.call(risk.update, { id, version: rated.version, values: { option: 'retain', reviewDue: '2020-01-01' } })
    const plan = await manager.call(treatmentPlan.create, { name: 'Plan', risks: [id], owner: owner.personId })
    await manager.call(treatmentPlan.submit, { id: plan.id, version: 1 })
    const [asked] = (await owner.call(approvals.approval.list, { noun: 'treatmentPlan', recordId: plan.id })).items
    expect(JSON.stringify((await owner.call(approvals.approval.get, { id: asked!.id })).snapshot)).toContain(JSON.stringify(both))
    await approve(owner, 'treatmentPlan', plan.id)
    const content = await manager.call(treatmentPlan.content, { id: plan.id })
    expect(content).toMatchObject({ drifted: false, frozen: { plannedRisks: { rows: [{ title: both }] } } })
    const [asking] = (await owner.call(riskAcceptance.list, {}, chinese)).items
    expect(asking!.title).toBe(both['zh-CN'])
    const decided = await owner.call(riskAcceptance.decide, { id: asking!.id, version: 1, decision: 'accept', reason: 'x' })
    expect(decided).toMatchObject({ title: both.en, frozen: { risk: { title: both } } })
    await org.asSystem(openDue)
    const { rows } = await sql<{ titles: unknown }>`select titles from work_item where org_id = ${org.id} and subject_id = ${id}`.execute(world.kit.db)
    expect(rows[0]!.titles).toEqual({ en: `Review: ${both.en}`, 'zh-CN': `复评：${both['zh-CN']}` })
  })

  it('costs no statement more', async () => {
    const t = await team(world)
    await generated(t)
    expect(await statementsOf(t.manager, () => t.manager.call(risk.list, { sort: 'title' }))).toBeLessThanOrEqual(7)
  })
})

describe('the step that gave titles both languages', () => {
  it('words generated titles anew in each language, leaves a person’s own alone, and makes both findable', async () => {
    const t = await team(world)
    const { id, scenario } = await generated(t)
    const own = await newRisk(t.manager, { title: both['zh-CN'] })
    const client = await world.kit.pool.connect()
    try {
      await client.query('begin')
      for (const table of ['risk', 'risk_scenario', 'risk_acceptance', 'risk_snapshot']) {
        await client.query(`alter table ${table} drop column title_en cascade; alter table ${table} rename column title_zh to title`)
      }
      await client.query('alter index risk_title_zh rename to risk_title')
      await client.query(`update search_entry set title = 'ERP：x', grams = '{}' where record_id = $1`, [id])
      if (typeof bilingualTitles.sql === 'string') throw new Error('is code')
      await bilingualTitles.sql(client)
      const titles = async (table: string, of: string) => (await client.query<{ en: string; zh: string }>(`select title_en as en, title_zh as zh from ${table} where id = $1`, [of])).rows[0]
      expect(await titles('risk', id)).toEqual({ en: both.en, zh: both['zh-CN'] })
      expect(await titles('risk_scenario', scenario.id)).toEqual({ en: both.en, zh: both['zh-CN'] })
      expect(await titles('risk', own.id)).toEqual({ en: both['zh-CN'], zh: both['zh-CN'] })
      const { rows } = await client.query<{ title: string; grams: string[] }>('select title, grams from search_entry where record_id = $1', [id])
      expect(rows[0]!.title).toBe(`${both['zh-CN']} · ${both.en}`)
      expect(rows[0]!.grams.length).toBeGreaterThan(10)
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
