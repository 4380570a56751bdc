import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { createRecords, updateRecords } from '@heng/server-kit'
import { sql } from 'kysely'
import { imports } from '../../contract/index.ts'
import { deviceModule, devices } from '../../testing/device.ts'
import { applyNow, begin, dryRun, rowsOf, settled } from '../../testing/driver.ts'
import { utf8 } from '../../testing/files.ts'
import { module } from '../module.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([deviceModule, module])
  await world.composition.startWorker()
})
afterAll(() => world.close())

const list = (count: number, from = 1) => utf8([['Name', 'Kind', 'Serial number', 'Criticality'], ...Array.from({ length: count }, (_, i) => [`设备 ${from + i}`, 'server', `N-${from + i}`, String((i % 5) + 1)])])
const total = async (actor: Actor) => (await actor.call(devices.device.list, { limit: 1 })).total

describe('what an import leaves behind', () => {
  it('is a history entry for each record, naming import and file, and one event per thousand rows', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'], 'Anna')
    const { id } = await dryRun(world, org, manager, list(1_200))
    await applyNow(manager, id)
    const { rows } = await sql`select count(*)::int as n, count(distinct record_id)::int as records, min(reason) as reason, max(actor_name) as actor, min(origin ->> 'via') as via
      from history where org_id = ${org.id} and noun = 'device'`.execute(world.kit.db)
    expect(rows).toEqual([{ n: 1_200, records: 1_200, reason: 'IM-0001 list.csv', actor: 'Anna', via: 'job' }])
    const { rows: events } = await sql<{ noun: string; session: string; n: number }>`select payload ->> 'noun' as noun, payload ->> 'sessionId' as session, jsonb_array_length(payload -> 'ids') as n
      from outbox where org_id = ${org.id} and type = 'import.applied' order by n desc`.execute(world.kit.db)
    expect(events).toEqual([{ noun: 'device', session: id, n: 500 }, { noun: 'device', session: id, n: 500 }, { noun: 'device', session: id, n: 200 }])
    expect((await manager.call(devices.device.list, { q: '设备 1177' })).items).toHaveLength(1)
    const { rows: own } = await sql<{ action: string }>`select action from history where org_id = ${org.id} and noun = 'import' order by seq`.execute(world.kit.db)
    expect(own.map(({ action }) => action)).toEqual(['created', 'mapped', 'checkStarted', 'checked', 'applyStarted', 'applied'])
  })
})

describe('an apply that cannot be what was reported', () => {
  it('is refused when a record has changed, and works again after a new dry run', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    await applyNow(manager, (await dryRun(world, org, manager, list(3))).id)
    const changed = utf8([['Name', 'Kind', 'Serial number'], ['Renamed 1', 'server', 'N-1'], ['Renamed 2', 'server', 'N-2'], ['New', 'server', 'N-9']])
    const { id } = await dryRun(world, org, manager, changed)
    const { items } = await manager.call(devices.device.list, { filter: { serial: 'N-2' } })
    await manager.call(devices.device.update, { id: items[0]!.id, version: 1, values: { note: 'touched' } })
    const failed = await applyNow(manager, id)
    expect(failed.job).toMatchObject({ state: 'failed', error: { code: 'import.stale', data: { line: 3 } } })
    expect(failed.allowed).not.toContain('apply')
    expect((await manager.call(devices.device.list, { filter: { name: 'Renamed' } })).items).toEqual([])
    expect(await total(manager)).toBe(3)
    const { version, state } = await manager.call(imports.import.get, { id })
    expect(state).toBe('failed')
    await manager.call(imports.import.check, { id, version })
    expect((await settled(manager, id)).counts).toMatchObject({ update: 2, create: 1 })
    expect((await applyNow(manager, id)).job?.state).toBe('done')
    expect((await manager.call(devices.device.list, { filter: { serial: 'N-2' } })).items[0]).toMatchObject({ name: 'Renamed 2', note: 'touched', version: 3 })
  })

  it('is refused when what it would create is there already', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const one = await dryRun(world, org, manager, list(5))
    const two = await dryRun(world, org, manager, list(5))
    expect((await applyNow(manager, one.id)).job?.state).toBe('done')
    expect((await applyNow(manager, two.id)).job).toMatchObject({ state: 'failed', error: { code: 'import.stale' } })
    expect(await total(manager)).toBe(5)
  })

  it('names the rows that the database refuses, writes nothing, and goes on without them', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    // Recognised by name, so that the unique serial number is not looked at again before the write.
    const { id } = await dryRun(world, org, manager, list(1_500), { matchBy: ['name'] })
    await org.asSystem((ctx) => createRecords(ctx, ctx.kit.registers.get('device')!, [{ name: 'Intruder', kind: 'phone', serial: 'N-1207' }, { name: 'Second', kind: 'phone', serial: 'N-1300' }]))
    const failed = await applyNow(manager, id)
    expect(failed.job).toMatchObject({ state: 'failed', error: { code: 'import.rowsRefused' } })
    expect(failed.counts).toMatchObject({ create: 1_498, error: 2 })
    expect(await total(manager)).toBe(2)
    expect((await rowsOf(manager, id, 'error')).map(({ line, problems, cells }) => [line, problems[0]!.field, problems[0]!.code, cells![0]])).toEqual([
      [1_208, 'serial', 'duplicate', '设备 1207'], [1_301, 'serial', 'duplicate', '设备 1300'],
    ])
    expect((await applyNow(manager, id)).job?.state).toBe('done')
    expect(await total(manager)).toBe(1_500)
    const { rows } = await sql`select 1 from outbox where org_id = ${org.id} and type = 'import.applied'`.execute(world.kit.db)
    expect(rows).toHaveLength(3)
  })

  it('is refused when the right has gone meanwhile', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { id } = await dryRun(world, org, manager, list(3))
    const { version } = await manager.call(imports.import.get, { id })
    await org.asSystem(async (ctx) => {
      const { rows } = await sql<{ id: string }>`select id from role_assignment where org_id = ${org.id} and person = ${manager.personId}`.execute(ctx.tx)
      await updateRecords(ctx, ctx.kit.registers.get('roleAssignment')!, rows.map((one) => ({ id: one.id, values: { archivedAt: ctx.now.toISOString() } })), 'left', 'archived')
    })
    expect((await manager.refusal(imports.import.apply, { id, version })).status).toBe(403)
    expect((await manager.call(imports.import.get, { id })).state).toBe('checked')
  })
})

/** Holds a lock that the step needs, so that it stands still until released. */
const heldUp = async (org: TestOrganisation, statement: string, work: () => Promise<void>): Promise<void> => {
  const client = await world.kit.pool.connect()
  try {
    await client.query('begin')
    await client.query(statement, statement.includes('$1') ? [org.id] : [])
    await work()
  } finally {
    await client.query('rollback')
    client.release()
  }
}

describe('a cancel', () => {
  it('in the dry run leaves nothing, and the dry run can be made again', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { session, details } = await begin(world, org, manager, list(5_000))
    const { version } = await manager.call(imports.import.map, { id: session.id, version: 1, mapping: details.suggested })
    await heldUp(org, 'lock table import_row in access exclusive mode', async () => {
      await manager.call(imports.import.check, { id: session.id, version })
      expect((await manager.call(imports.import.get, { id: session.id })).state).toBe('checking')
      expect((await manager.refusal(imports.import.map, { id: session.id, version: version + 1, mapping: details.suggested })).code).toBe('import.busy')
      await manager.call(imports.import.stop, { id: session.id })
    })
    const stopped = await settled(manager, session.id)
    expect(stopped).toMatchObject({ job: { state: 'cancelled' }, counts: null })
    expect((await sql`select 1 from import_row where session = ${session.id}`.execute(world.kit.db)).rows).toEqual([])
    const again = await manager.call(imports.import.get, { id: session.id })
    expect(again.state).toBe('mapped')
    await manager.call(imports.import.check, { id: session.id, version: again.version })
    expect((await settled(manager, session.id)).counts).toMatchObject({ create: 5_000 })
  })

  it('in the apply leaves nothing, and what was reported can still be applied', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { id } = await dryRun(world, org, manager, list(5_000))
    const { version } = await manager.call(imports.import.get, { id })
    await world.kit.pool.query(`insert into reference_counter (org_id, noun, next) values ($1, 'device', 1)`, [org.id])
    await heldUp(org, 'select 1 from reference_counter where org_id = $1 for update', async () => {
      await manager.call(imports.import.apply, { id, version })
      await expect.poll(async () => (await manager.call(imports.import.get, { id })).state).toBe('applying')
      await manager.call(imports.import.stop, { id })
    })
    expect((await settled(manager, id)).job?.state).toBe('cancelled')
    expect(await total(manager)).toBe(0)
    expect((await sql`select 1 from history where org_id = ${org.id} and noun = 'device'`.execute(world.kit.db)).rows).toEqual([])
    expect((await manager.call(imports.import.get, { id })).state).toBe('checked')
    expect((await applyNow(manager, id)).job?.state).toBe('done')
    expect(await total(manager)).toBe(5_000)
  })

  it('of the whole import deletes its rows and its file', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { id } = await dryRun(world, org, manager, list(3))
    const { version } = await manager.call(imports.import.get, { id })
    expect(await manager.call(imports.import.discard, { id, version })).toMatchObject({ state: 'cancelled' })
    expect((await manager.refusal(imports.import.check, { id, version: version + 1 })).code).toBe('import.over')
    expect((await sql`select 1 from import_row where session = ${id}`.execute(world.kit.db)).rows).toEqual([])
  })
})

describe('while an import is being written', () => {
  it('other verbs of the organisation go on', async () => {
    const org = await world.organisation()
    const manager = await org.actor(['ismsManager'])
    const { id } = await dryRun(world, org, manager, list(20_000))
    const { version } = await manager.call(imports.import.get, { id })
    await manager.call(imports.import.apply, { id, version })
    await expect.poll(async () => (await manager.call(imports.import.details, { id })).job?.done, { timeout: 20_000, interval: 20 }).toBeGreaterThan(0)
    const began = performance.now()
    await manager.call((await import('@heng/directory/contract')).directory.person.create, { name: 'Meanwhile' })
    const waited = performance.now() - began
    const still = (await manager.call(imports.import.get, { id })).state
    expect((await settled(manager, id)).job?.state).toBe('done')
    expect({ still, waited: waited < 3_000 }).toEqual({ still: 'applying', waited: true })
    expect(await total(manager)).toBe(10_000)
  }, 60_000)
})
