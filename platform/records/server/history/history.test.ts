import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, gadgets, gadgetsModule, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { countStatements } from '@heng/server-kit'
import { sql } from 'kysely'
import { directory } from '@heng/directory/contract'
import { records } from '../../contract/index.ts'
import { module } from '../module.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
beforeAll(async () => {
  world = await createWorld([gadgetsModule, module])
  org = await world.organisation()
  manager = await org.actor(['ismsManager'], '王敏')
})
afterAll(() => world.close())

const make = (values: Record<string, unknown> = {}) => manager.call(gadgets.gadget.create, { name: '路由器', unit: org.rootUnit, ...values } as never)

describe('history of a record', () => {
  it('shows exactly the changed fields of every kind, with the names of what they refer to', async () => {
    const owner = await org.actor([], '李工')
    const part = await make({ name: 'Part' })
    const g = await make({ name: 'Router', level: 2, marks: ['red'] })
    const values = {
      name: 'Core router', note: 'moved', level: 4, amount: 0, ratio: 0.1, on: false, state: 'ready' as const, marks: ['red' as const, 'blue' as const], day: '2026-03-01',
      cost: { minor: 1250, currency: 'CNY' }, owner: owner.personId, parts: [part.id], plan: { steps: ['a', 'b'] },
    }
    for (const [key, value] of Object.entries(values)) {
      const { version } = await manager.call(gadgets.gadget.get, { id: g.id })
      await manager.call(gadgets.gadget.update, { id: g.id, version, values: { [key]: value }, reason: `because of ${key}` })
    }
    const page = await manager.call(records.history.list, { noun: 'gadget', recordId: g.id })
    const newestFirst = Object.keys(values).toReversed()
    expect(page.items.slice(0, -1).map((e) => e.changes.map((c) => c.field))).toEqual(newestFirst.map((key) => [key]))
    expect(page.items.slice(0, -1).map((e) => e.changes[0]!.after)).toEqual(newestFirst.map((key) => values[key as 'name']))
    expect(page.items.map((e) => e.version)).toEqual(newestFirst.map((_, i) => newestFirst.length + 1 - i).concat(1))
    expect(page.items[0]).toMatchObject({ action: 'updated', reason: 'because of plan', via: 'web', payload: 'intact', ip: '127.0.0.1', actor: { name: '王敏', personId: manager.personId, system: false } })
    expect(page.items.at(-1)).toMatchObject({ action: 'created' })
    expect(page.items.at(-1)!.changes.map((c) => c.field)).toEqual(['name', 'level', 'marks', 'unit'])
    expect(page.labels[owner.personId]).toMatchObject({ text: '李工' })
    expect(page.labels[part.id]).toMatchObject({ text: 'Part' })
  })

  it('pages without losing or repeating an entry', async () => {
    let g = await make()
    for (let i = 0; i < 5; i += 1) g = await manager.call(gadgets.gadget.update, { id: g.id, version: g.version, values: { amount: i } }) as never
    const versions: number[] = []
    let cursor: string | undefined
    do {
      const page = await manager.call(records.history.list, { noun: 'gadget', recordId: g.id, limit: 2, cursor })
      versions.push(...page.items.map((e) => e.version))
      cursor = page.next ?? undefined
    } while (cursor !== undefined)
    expect(versions).toEqual([6, 5, 4, 3, 2, 1])
    expect((await manager.refusal(records.history.list, { noun: 'gadget', recordId: g.id, cursor: 'nonsense' })).code).toBe('badCursor')
  })

  it('marks an entry whose payload was altered, and one that was erased', async () => {
    const g = await make()
    await manager.call(gadgets.gadget.update, { id: g.id, version: 1, values: { level: 5 } })
    await sql`update history_payload p set after = jsonb_set(after::jsonb, '{level}', '1')::json from history h where h.id = p.history_id and h.record_id = ${g.id} and h.version = 2`.execute(world.kit.db)
    await sql`delete from history_payload p using history h where h.id = p.history_id and h.record_id = ${g.id} and h.version = 1`.execute(world.kit.db)
    const { items } = await manager.call(records.history.list, { noun: 'gadget', recordId: g.id })
    expect(items.map((e) => e.payload)).toEqual(['broken', 'erased'])
    expect(items[1]!.changes).toEqual([])
  })

  it('is read by who may read the record and by auditors, by nobody else', async () => {
    const employee = await org.actor()
    const own = await org.actor()
    const auditor = await org.actor(['auditAdministrator'])
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    const g = await make({ owner: own.personId })
    const entries = async (who: Actor) => (await who.call(records.history.list, { noun: 'gadget', recordId: g.id })).items
    expect((await entries(own))[0]).toMatchObject({ version: 1, ip: null })
    expect(await entries(auditor)).toHaveLength(1)
    for (const who of [employee, stranger]) expect((await who.refusal(records.history.list, { noun: 'gadget', recordId: g.id })).status).toBe(404)
    expect((await manager.refusal(records.history.list, { noun: 'gadget', recordId: stranger.personId, org: 'org999' })).status).toBe(404)
    expect((await employee.refusal(records.history.list, { noun: 'nothing', recordId: g.id })).status).toBe(404)
  })
})

describe('audit trail', () => {
  it('filters by noun, person and day, and pages in order', async () => {
    const own = await world.organisation()
    const [one, two] = [await own.actor(['ismsManager'], '甲'), await own.actor(['ismsManager'], '乙')]
    const g = await one.call(gadgets.gadget.create, { name: '甲的' })
    await two.call(gadgets.gadget.update, { id: g.id, version: 1, values: { owner: two.personId } })
    await two.call(gadgets.ticket.create, { title: 'Broken', gadget: g.id })
    const feed = (input: object) => one.call(records.history.feed, input as never)
    expect((await feed({ nouns: ['gadget'] })).items.map((e) => e.action)).toEqual(['updated', 'created'])
    expect((await feed({ actor: two.personId })).items.map((e) => `${e.noun} ${e.action}`)).toEqual(['ticket created', 'gadget updated'])
    expect((await feed({ actor: 'system' })).items.every((e) => e.actor.system && e.noun !== 'gadget')).toBe(true)
    expect((await feed({ nouns: ['gadget', 'ticket'], actor: one.personId })).items).toHaveLength(1)
    expect((await feed({ to: '2020-01-01' })).items).toEqual([])
    const page = await feed({ nouns: ['gadget', 'ticket'] })
    expect(page.labels[g.id]).toMatchObject({ text: '甲的', reference: 'G-0001' })
    expect(page.labels[two.personId]).toMatchObject({ text: '乙' })
    const all = (await feed({ limit: 200 })).items.map((e) => e.id)
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const next = await feed({ limit: 3, cursor })
      paged.push(...next.items.map((e) => e.id))
      cursor = next.next ?? undefined
    } while (cursor !== undefined)
    expect(paged).toEqual(all)
  })

  it('counts days in the organisation’s time zone', async () => {
    const g = await make()
    // 23:30 UTC on 1 March is 2 March in Shanghai.
    await sql`update history set valid_from = '2026-03-01T23:30:00Z' where record_id = ${g.id}`.execute(world.kit.db)
    const on = async (day: string) => (await manager.call(records.history.feed, { from: day, to: day })).items.map((e) => e.recordId)
    expect(await on('2026-03-02')).toEqual([g.id])
    expect(await on('2026-03-01')).toEqual([])
  })

  it('is for auditors of the whole organisation only', async () => {
    const unit = await manager.call(directory.unit.create, { name: 'Plant', parent: org.rootUnit })
    for (const roles of [[], ['riskOwner'], ['topManagement'], ['systemAdministrator'], [{ role: 'internalAuditor', unit: unit.id }]] as const) {
      expect((await (await org.actor(roles as never)).refusal(records.history.feed, {})).status).toBe(403)
    }
    for (const role of ['auditAdministrator', 'internalAuditor', 'externalAuditor', 'ismsManager'] as const) {
      await (await org.actor([role])).call(records.history.feed, {})
    }
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    expect((await stranger.refusal(records.history.feed, { org: org.slug })).status).toBe(404)
  })

  it('costs the same few statements whatever the page size', async () => {
    const statements = async (limit: number) => (await countStatements(() => manager.call(records.history.feed, { limit }))).statements
    await make()
    const [few, many] = [await statements(2), await statements(200)]
    expect(many).toBeLessThanOrEqual(12)
    expect(many).toBe(few)
  })
})
