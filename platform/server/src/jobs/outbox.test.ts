import type { HengModule } from '../module.ts'
import { createWorld, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emit } from '../verbs/emit.ts'
import { relayForQueue, relayOutbox } from './outbox.ts'

let world: TestWorld
let org: TestOrganisation
const seen: string[] = []
let hold: Promise<void> = Promise.resolve()
let failing = false
const listening: HengModule = {
  name: 'listening',
  on: [{ name: 'listening.told', event: 'told', handle: async (_ctx, { payload }) => {
    await hold
    if (failing) throw new Error('not now')
    seen.push((payload as { what: string }).what)
  } }],
}
beforeAll(async () => {
  world = await createWorld([listening])
  org = await world.organisation()
})
afterAll(() => world.close())

const tell = (what: string) => org.asSystem((ctx) => emit(ctx, 'told', { what }))
const waiting = async (): Promise<number> => (await sql<{ n: number }>`select count(*)::int as n from outbox where org_id = ${org.id} and done_at is null`.execute(world.kit.db)).rows[0]!.n

it('one delivers at a time, and what comes meanwhile is delivered by it, each once and in order', async () => {
  let release = (): void => undefined
  hold = new Promise((resolve) => (release = resolve))
  await tell('first')
  const running = relayOutbox(world.kit, org.id)
  await new Promise((resolve) => setTimeout(resolve, 50))
  await tell('second')
  // From the queue it ends at once, so that the worker is free for other work.
  await relayForQueue(world.kit, org.id)
  expect(seen).toEqual([])
  const again = relayOutbox(world.kit, org.id)
  release()
  await Promise.all([running, again])
  expect([seen, await waiting()]).toEqual([['first', 'second'], 0])
})

it('a delivery that fails leaves the event, and the next one takes it up', async () => {
  failing = true
  await tell('third')
  await expect(relayOutbox(world.kit, org.id)).rejects.toThrow('not now')
  expect(await waiting()).toBe(1)
  failing = false
  await relayForQueue(world.kit, org.id)
  expect([seen.at(-1), await waiting()]).toEqual(['third', 0])
})
