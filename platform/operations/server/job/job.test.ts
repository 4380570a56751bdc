import { HengError, operation } from '@heng/contract'
import { defineModule, startJob, startWorker, type JobRun } from '@heng/server-kit'
import { createWorld, type Actor, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operations } from '../../contract/index.ts'
import { module } from '../module.ts'

const start = operation({
  id: 'count.start', method: 'POST', path: '/count', permission: 'count:write', summary: { en: 'x', 'zh-CN': 'x' },
  input: z.object({ kind: z.string() }), output: z.object({ id: z.uuid() }),
})
let stopped = false
let failing = true
// Counts for a minute unless it is stopped, adding a unit that must not stay when it is.
const slow = async ({ transaction, progress }: JobRun) =>
  transaction(async ({ tx, org }) => {
    await sql`insert into unit (id, org_id, reference, version, created_at, updated_at, name) values (gen_random_uuid(), ${org.id}, 'U-77', 1, now(), now(), 'half done')`.execute(tx)
    try {
      for (let i = 1; i <= 600; i += 1) {
        await progress(i, 600)
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    } finally {
      stopped = true
    }
  })
const counting = defineModule({
  name: 'counting',
  contract: { start },
  permissions: { 'count:write': { employee: 'all' } },
  messages: { en: { kinds: { 'count.slow': 'Slow count', 'count.quick.counted': 'Counted' }, errors: { 'count.bad': 'It went wrong.' } }, 'zh-CN': { kinds: { 'count.slow': '慢速计数' }, errors: { 'count.bad': '出错了。' } } },
  jobs: {
    'count.slow': slow,
    'count.quick': async ({ progress }) => {
      await progress(3, 3)
      return { counted: 3, internal: 9 }
    },
    'count.failing': async () => {
      if (failing) throw new HengError('count.bad')
      return { counted: 1 }
    },
  },
  handlers: { start: async (ctx, { kind }) => ({ id: await startJob(ctx, kind, { secret: 'input' }) }) },
})

let world: TestWorld
let org: TestOrganisation
let anna: Actor
let keeper: Actor
beforeAll(async () => {
  world = await createWorld([counting, module])
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
  anna = await org.actor([], 'Anna')
  keeper = await org.actor(['systemAdministrator'], '系统员')
})

const begin = async (kind: string, who = anna) => (await who.call(start, { kind })).id
const state = async (id: string, who = anna) => (await who.call(operations.job.get, { id })).state

describe('before a worker runs', () => {
  it('lists what waits: their own to members, all to those who keep the system', async () => {
    const id = await begin('count.slow')
    await begin('count.quick', keeper)
    const mine = await anna.call(operations.job.list, {})
    expect(mine).toMatchObject({ states: { waiting: 1 }, items: [{ id, kindLabel: 'Slow count', state: 'waiting', startedBy: 'Anna', mine: true, allowed: ['cancel'] }] })
    const all = await keeper.call(operations.job.list, {}, { headers: { 'accept-language': 'zh' } })
    expect(all.items.map((j) => j.kindLabel)).toEqual(['count.quick', '慢速计数'])
    expect(all.kinds.map((k) => k.kind)).toEqual(['count.quick', 'count.slow'])
    expect((await keeper.call(operations.job.list, { mine: true })).items.length).toBe(1)
    expect((await keeper.call(operations.job.list, { kind: 'count.slow', state: ['failed', 'done'] })).items).toEqual([])
    expect(JSON.stringify(all)).not.toContain('secret')
  })

  it('keeps others out', async () => {
    const id = await begin('count.slow')
    const bo = await org.actor([], 'Bo')
    const stranger = await (await world.organisation()).actor(['ismsManager', 'systemAdministrator'])
    for (const who of [bo, stranger]) {
      expect((await who.refusal(operations.job.get, { id })).status).toBe(404)
      expect((await who.refusal(operations.job.cancel, { id })).status).toBe(404)
      expect((await who.call(operations.job.list, {})).items).toEqual([])
    }
  })

  it('stops at once what waits, and a worker that comes later leaves it alone', async () => {
    const id = await begin('count.quick')
    expect(await anna.call(operations.job.cancel, { id })).toMatchObject({ state: 'cancelled', allowed: ['retry'] })
    expect((await anna.refusal(operations.job.cancel, { id })).code).toBe('job.ended')
    const { rows } = await sql`select action, actor_name from history where record_id = ${id}`.execute(world.kit.db)
    expect(rows).toEqual([{ action: 'cancelled', actor_name: 'Anna' }])
  })
})

describe('with a worker', () => {
  it('ends with the process and begins anew with the next', async () => {
    const id = await begin('count.slow')
    const worker = await startWorker(world.kit)
    await expect.poll(async () => (await anna.call(operations.job.get, { id })).done, { timeout: 10_000 }).toBeGreaterThan(1)
    await worker.stop()
    expect(await anna.call(operations.job.get, { id })).toMatchObject({ state: 'waiting', done: 0 })
    const next = await startWorker(world.kit)
    await expect.poll(async () => (await anna.call(operations.job.get, { id })).done, { timeout: 15_000 }).toBeGreaterThan(1)
    await anna.call(operations.job.cancel, { id })
    await expect.poll(() => state(id), { timeout: 5_000 }).toBe('cancelled')
    await next.stop()
  })
})

describe('with a worker that runs', () => {
  beforeAll(() => world.composition.startWorker())
  afterEach(() => {
    failing = true
  })

  it('shows results to whoever started it only', async () => {
    const id = await begin('count.quick')
    await expect.poll(() => state(id), { timeout: 10_000 }).toBe('done')
    expect(await anna.call(operations.job.get, { id })).toMatchObject({ result: { counted: 3, internal: 9 }, figures: [{ label: 'Counted', value: 3 }], done: 3, total: 3, allowed: [] })
    expect(await keeper.call(operations.job.get, { id })).toMatchObject({ result: null, figures: [] })
    expect((await anna.refusal(operations.job.retry, { id })).code).toBe('job.notFailed')
  })

  it('stops a running job and undoes what it had not finished', async () => {
    const id = await begin('count.slow')
    await expect.poll(async () => (await anna.call(operations.job.get, { id })).done, { timeout: 10_000 }).toBeGreaterThan(1)
    stopped = false
    expect(await keeper.call(operations.job.cancel, { id })).toMatchObject({ state: 'running', cancelRequested: true, allowed: [] })
    expect(['job.stopping', 'job.ended']).toContain((await anna.refusal(operations.job.cancel, { id })).code)
    await expect.poll(() => state(id), { timeout: 5_000 }).toBe('cancelled')
    expect(stopped).toBe(true)
    const { rows } = await sql`select 1 from unit where org_id = ${org.id} and reference = 'U-77'`.execute(world.kit.db)
    expect(rows).toEqual([])
  })

  it('says in the reader’s language why a job failed, and runs it again', async () => {
    const id = await begin('count.failing')
    await expect.poll(() => state(id), { timeout: 10_000 }).toBe('failed')
    expect((await anna.call(operations.job.get, { id }, { headers: { 'accept-language': 'zh-CN' } })).error).toEqual({ code: 'count.bad', message: '出错了。', hint: null })
    failing = false
    expect(await anna.call(operations.job.retry, { id })).toMatchObject({ state: 'waiting', error: null })
    await expect.poll(() => state(id), { timeout: 10_000 }).toBe('done')
  })
})
