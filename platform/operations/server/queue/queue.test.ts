import { defineModule, enqueue } from '@heng/server-kit'
import { createWorld, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { operations } from '../../contract/index.ts'
import { module } from '../module.ts'

const seen: unknown[] = []
let broken = true
const tasks = defineModule({
  name: 'tasks', contract: {}, handlers: {},
  tasks: {
    'letter.post': async ({ input, orgId }) => {
      if (broken) throw new Error('the post office is closed\nstack and secrets')
      seen.push({ input, orgId })
    },
  },
})

let world: TestWorld
let org: TestOrganisation
beforeAll(async () => {
  world = await createWorld([tasks, module])
})
afterAll(() => world.close())
beforeEach(async () => {
  org = await world.organisation()
})

describe('the queue', () => {
  it('shows depth and trouble of one organisation without payloads, and tries again', async () => {
    const keeper = await org.actor(['systemAdministrator'])
    const stranger = await (await world.organisation()).actor(['ismsManager'])
    const employee = await org.actor()
    await org.asSystem((ctx) => enqueue(ctx, 'letter.post', { token: 'confidential' }))
    const before = await keeper.call(operations.queue.status, {})
    expect(before.depth.find((d) => d.task === 'letter.post')).toMatchObject({ waiting: 1, running: 0, failed: 0 })
    expect(JSON.stringify(before)).not.toContain('confidential')
    expect((await stranger.call(operations.queue.status, {})).depth.some((d) => d.task === 'letter.post')).toBe(false)
    expect((await employee.refusal(operations.queue.status, {})).status).toBe(403)

    await world.composition.startWorker()
    await expect.poll(async () => (await keeper.call(operations.queue.status, {})).troubled, { timeout: 10_000 }).toMatchObject([
      { task: 'letter.post', attempts: 1, maxAttempts: 8, error: 'the post office is closed' },
    ])
    // As after the last attempt.
    await sql`update graphile_worker._private_jobs set attempts = max_attempts`.execute(world.kit.db)
    const [task] = (await keeper.call(operations.queue.status, {})).troubled
    expect(task).toMatchObject({ nextAt: null })
    expect((await stranger.refusal(operations.queue.retry, { id: task!.id })).status).toBe(404)
    broken = false
    await keeper.call(operations.queue.retry, { id: task!.id })
    await expect.poll(() => seen, { timeout: 10_000 }).toEqual([{ input: { token: 'confidential' }, orgId: org.id }])
    await expect.poll(async () => (await keeper.call(operations.queue.status, {})).depth.some((d) => d.task === 'letter.post')).toBe(false)
  })

  it('removes only what was given up, with a reason on record', async () => {
    const keeper = await org.actor(['systemAdministrator'])
    await org.asSystem((ctx) => enqueue(ctx, 'letter.unknown', {}, { at: new Date(Date.now() + 3_600_000) }))
    const { rows } = await sql<{ id: string }>`select j.id::text as id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
      where t.identifier = 'letter.unknown'`.execute(world.kit.db)
    const { id } = rows[0]!
    expect((await keeper.refusal(operations.queue.drop, { id, reason: 'x' })).status).toBe(404)
    await sql`update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'no such task' where id = ${id}::bigint`.execute(world.kit.db)
    expect((await keeper.call(operations.queue.status, {})).depth.find((d) => d.task === 'letter.unknown')).toMatchObject({ failed: 1, waiting: 0 })
    await keeper.call(operations.queue.drop, { id, reason: '旧任务' })
    expect((await keeper.call(operations.queue.status, {})).depth.some((d) => d.task === 'letter.unknown')).toBe(false)
    const { rows: history } = await sql`select action, reason from history where org_id = ${org.id} and noun = 'queueTask'`.execute(world.kit.db)
    expect(history).toEqual([{ action: 'removed', reason: '旧任务' }])
  })

  it('takes up what a killed worker left locked', async () => {
    const other = await createWorld([tasks, module])
    try {
      const place = await other.organisation()
      broken = false
      seen.length = 0
      await place.asSystem((ctx) => enqueue(ctx, 'letter.post', { after: 'kill -9' }))
      await sql`update graphile_worker._private_jobs set locked_by = 'worker-of-a-dead-process', locked_at = now(), attempts = 1`.execute(other.kit.db)
      await other.composition.startWorker()
      await expect.poll(() => seen, { timeout: 10_000 }).toEqual([{ input: { after: 'kill -9' }, orgId: place.id }])
    } finally {
      await other.close()
    }
  })
})
