import { setTimeout as sleep } from 'node:timers/promises'
import { createWorld, gadgets, gadgetsModule, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRecords } from '../register/write.ts'
import { asOfInstant } from './instant.ts'
import { keepingPast } from './prepare.ts'

let world: TestWorld
let org: TestOrganisation
let manager: Actor
let head: Actor
let employee: Actor
let unit: string
beforeAll(async () => {
  world = await createWorld([gadgetsModule])
  org = await world.organisation()
  manager = await org.actor(['ismsManager'])
  unit = org.rootUnit
  head = await org.actor([{ role: 'departmentHead', unit }])
  employee = await org.actor(['employee'])
})
afterAll(() => world.close())

const { gadget } = gadgets
/** Now, told apart from whatever comes next. */
const instantNow = async (): Promise<string> => {
  const at = new Date().toISOString()
  await sleep(3)
  return at
}

type Values = Record<string, unknown>
type Step = { readonly kind: 'create' | 'update' | 'archive' | 'restore' | 'bulk'; readonly which: number; readonly values: Values }
const values = (): fc.Arbitrary<Values> => fc.record({
  name: fc.constantFrom('泵', '阀门', 'pump', 'valve', 'Valve of the pump'), note: fc.option(fc.constantFrom('旧', '新装', 'spare')), level: fc.option(fc.integer({ min: 1, max: 5 })), amount: fc.option(fc.integer({ min: 0, max: 9 })),
  state: fc.option(fc.constantFrom('draft', 'ready')), marks: fc.subarray(['red', 'green', 'blue']), day: fc.option(fc.constantFrom('2026-01-01', '2026-06-30')),
  cost: fc.option(fc.record({ minor: fc.integer({ min: 0, max: 500 }), currency: fc.constant('CNY') })), unit: fc.option(fc.constant('unit')), owner: fc.option(fc.constant('owner')),
  plan: fc.option(fc.record({ steps: fc.array(fc.constantFrom('look', 'turn'), { maxLength: 2 }) })), parts: fc.array(fc.nat(20), { maxLength: 3 }),
}, { requiredKeys: [] })
const steps = fc.array(fc.record({ kind: fc.constantFrom<Step['kind'][]>('create', 'update', 'update', 'update', 'archive', 'restore', 'bulk'), which: fc.nat(20), values: values() }), { minLength: 6, maxLength: 10 })

const queries: readonly Values[] = [
  {}, { sort: '-level' }, { sort: 'name', limit: 3 }, { sort: 'day', archived: 'all' }, { archived: 'archived' }, { filter: { level: '3..' } }, { filter: { state: 'ready', marks: 'red' } },
  { filter: { name: 'va' } }, { filter: { owner: '-' } }, { q: '阀' }, { q: 'pump valve', sort: '-updatedAt' },
]

/** Takes away whatever keeps the past, as in a database from before, and has it made again. */
const forgetPast = async (): Promise<void> => {
  const past = keepingPast(world.kit.modules)
  const client = await world.kit.pool.connect()
  try {
    await client.query('begin')
    await past.suspend(client)
    const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'past'::regnamespace and relkind = 'r' and relname not in ('erased', 'stamp')`)
    for (const { name } of rows) await client.query(`drop table past."${name}"; alter table public."${name}" drop column valid_from`)
    await past.resume(client)
    await client.query('commit')
  } finally {
    client.release()
  }
}

const told = (row: Values): Values => ({ ...row, allowed: [] })
/** Everything that somebody sees of the register: every list, and every record that it shows. */
const seen = async (who: Actor, asOf?: string): Promise<unknown> => {
  const at = asOf === undefined ? {} : { asOf }
  const lists = []
  for (const query of queries) {
    const { items, next: _next, ...page } = await who.call(gadget.list, { ...query, ...at } as never)
    lists.push({ query, ...page, items: items.map(told) })
  }
  const all = await who.call(gadget.list, { archived: 'all', ...at })
  const records = []
  for (const { id } of all.items) records.push(told(await who.call(gadget.get, { id, ...at })))
  return { lists, records }
}

const run = async (ids: string[], { kind, which, values: given }: Step): Promise<void> => {
  const { unit: inUnit, owner, parts, ...rest } = given as Values & { parts?: number[] }
  const picked: Values = {
    ...rest, ...(inUnit === undefined ? {} : { unit: inUnit === null ? null : unit }), ...(owner === undefined ? {} : { owner: owner === null ? null : employee.personId }),
    ...(parts === undefined || ids.length === 0 ? {} : { parts: [...new Set(parts.map((n) => ids[n % ids.length]!))] }),
  }
  if (kind === 'create' || ids.length === 0) {
    ids.push((await manager.call(gadget.create, { name: 'new', ...picked } as never)).id)
    return
  }
  const id = ids[which % ids.length]!
  const { version, archivedAt } = await manager.call(gadget.get, { id })
  if (kind === 'bulk') await manager.call(gadget.bulk, { ids: ids.slice(0, 5), values: picked as never })
  else if (kind === 'restore' && archivedAt !== null) await manager.call(gadget.restore, { id, version })
  else if (kind === 'archive' && archivedAt === null) await manager.call(gadget.archive, { id, version })
  else if (kind === 'update' && archivedAt === null) await manager.call(gadget.update, { id, version, values: picked as never })
}

describe('a register as of an instant', () => {
  it('answers word for word what it answered then, for everybody, whatever happened since', async () => {
    const ids: string[] = []
    const snapshots: { at: string; who: Actor; what: unknown }[] = []
    await fc.assert(fc.asyncProperty(steps, async (some) => {
      for (const step of some) {
        await run(ids, step)
        for (const who of [manager, head, employee]) snapshots.push({ at: new Date().toISOString(), who, what: await seen(who) })
        await sleep(3)
      }
    }), { numRuns: 2 })
    for (const { at, who, what } of snapshots) expect(await seen(who, at)).toEqual(what)

    // A database that comes to keep its past is told all of it by the history.
    await forgetPast()
    for (const { at, who, what } of snapshots) expect(await seen(who, at)).toEqual(what)
  }, 300_000)

  it('offers nothing to do, and nothing of what has not come yet', async () => {
    const { id } = await manager.call(gadget.create, { name: 'kept' })
    const at = await instantNow()
    expect((await manager.call(gadget.get, { id, asOf: at })).allowed).toEqual([])
    const future = new Date(Date.now() + 60_000).toISOString()
    expect(await manager.refusal(gadget.list, { asOf: future })).toMatchObject({ code: 'invalid', status: 422, fields: [{ path: 'asOf', code: 'futureInstant' }] })
    expect(await manager.refusal(gadget.list, { asOf: 'yesterday' })).toMatchObject({ code: 'invalid', fields: [{ path: 'asOf' }] })
    // Names and numbers of those days, in the offset that the caller counts in.
    expect((await manager.call(gadget.get, { id, asOf: new Date(Date.parse(at)).toISOString().replace('Z', '+00:00') })).name).toBe('kept')
  })

  it('says that a record did not exist yet, to those who may see it today and to nobody else', async () => {
    const before = await instantNow()
    const { id } = await manager.call(gadget.create, { name: 'late' })
    expect(await manager.refusal(gadget.get, { id, asOf: before })).toMatchObject({ code: 'notThen', status: 404 })
    expect(await employee.refusal(gadget.get, { id, asOf: before })).toMatchObject({ code: 'notFound', status: 404 })
    const other = await (await world.organisation()).actor(['ismsManager'])
    const now = await instantNow()
    expect(await other.refusal(gadget.get, { id, asOf: now })).toMatchObject({ code: 'notFound' })
    expect((await other.call(gadget.list, { asOf: now })).items).toEqual([])
  })

  it('is judged by the rights of today on whose the record was then', async () => {
    const { id, version } = await manager.call(gadget.create, { name: 'mine', owner: employee.personId })
    const then = await instantNow()
    await manager.call(gadget.update, { id, version, values: { owner: null } })
    const now = await instantNow()
    expect((await employee.call(gadget.get, { id, asOf: then })).name).toBe('mine')
    expect(await employee.refusal(gadget.get, { id, asOf: now })).toMatchObject({ status: 404 })
    const leaver = await org.actor([{ role: 'departmentHead', unit }])
    await manager.call(gadget.update, { id, version: version + 1, values: { unit } })
    const inUnit = await instantNow()
    expect((await leaver.call(gadget.get, { id, asOf: inUnit })).name).toBe('mine')
    await sql`update role_assignment set archived_at = now() where org_id = ${org.id} and person = ${leaver.personId}`.execute(world.kit.db)
    expect(await leaver.refusal(gadget.get, { id, asOf: inUnit })).toMatchObject({ status: 404 })
  })

  it('keeps what was erased erased, and says so', async () => {
    const { id, version } = await manager.call(gadget.create, { name: '王小明的电脑' })
    const then = await instantNow()
    await manager.call(gadget.update, { id, version, values: { name: '办公电脑' } })
    const now = await instantNow()
    await sql`delete from history_payload p using history h where h.org_id = ${org.id} and h.record_id = ${id} and h.version = 1 and p.history_id = h.id`.execute(world.kit.db)
    expect(await manager.refusal(gadget.get, { id, asOf: then })).toMatchObject({ code: 'erasedThen', status: 410 })
    expect(await employee.refusal(gadget.get, { id, asOf: then })).toMatchObject({ code: 'notFound' })
    const { items, erased } = await manager.call(gadget.list, { q: '王小明', archived: 'all', asOf: then })
    expect(items).toEqual([])
    expect(erased).toBe(1)
    expect((await manager.call(gadget.get, { id, asOf: now })).name).toBe('办公电脑')
  })

  it('is not changed by the system either', async () => {
    const then = new Date(await instantNow())
    const reg = world.kit.registers.get('gadget')!
    const change = org.asSystem((ctx) => asOfInstant(ctx, then, (past) => createRecords(past, reg, [{ name: 'x' }])))
    await expect(change).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a version', () => {
  it('of a transaction that began earlier and was slower comes after the one that was quicker', async () => {
    const { id } = await manager.call(gadget.create, { name: 'a' })
    await sleep(5)
    const { pool } = world.kit
    const slow = await pool.connect()
    await slow.query('begin')
    await slow.query('select 1')
    await sleep(5)
    await pool.query('update gadget set name = $2 where id = $1', [id, 'b'])
    await slow.query('update gadget set name = $2 where id = $1', [id, 'c'])
    await slow.query('commit')
    slow.release()
    const { rows } = await pool.query<{ name: string; ok: boolean }>(`select name, valid_from < valid_to as ok from past.gadget where id = $1
      union all select name, true from gadget where id = $1`, [id])
    expect(rows).toEqual([{ name: 'a', ok: true }, { name: 'b', ok: true }, { name: 'c', ok: true }])
  })

  it('is found at every instant of its life and at no other, however long it lived', async () => {
    const moment = fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2060, 0) })
    await fc.assert(fc.asyncProperty(moment, fc.integer({ min: 1, max: 2 ** 40 }), fc.double({ min: 0, max: 1, noNaN: true }), async (from, length, share) => {
      const [began, ended] = [new Date(from), new Date(from + length)]
      const at = new Date(from + Math.min(length - 1, Math.floor(length * share)))
      const { rows } = await world.kit.pool.query<{ there: boolean }>('select past.cell($1::timestamptz, $2::timestamptz) = any(past.cells($3::timestamptz)) as there', [began, ended, at])
      expect(rows[0]!.there).toBe(true)
    }), { numRuns: 200 })
  })
})
