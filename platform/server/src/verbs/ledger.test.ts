import { createWorld, gadgetRegister, gadgetsModule, type TestOrganisation, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createRecords, updateRecords } from '../register/write.ts'
import { rehearse } from './savepoint.ts'

let world: TestWorld
let org: TestOrganisation
beforeAll(async () => {
  world = await createWorld([gadgetsModule])
  org = await world.organisation()
})
afterAll(() => world.close())

const told = async (id: string) =>
  (await sql`select action, version from history where org_id = ${org.id} and record_id = ${id} order by seq`.execute(world.kit.db)).rows
const found = async (id: string) => (await sql<{ title: string }>`select title from search_entry where record_id = ${id}`.execute(world.kit.db)).rows

describe('what a transaction leaves behind', () => {
  it('tells several changes of one record in order, and finds it as it is in the end', async () => {
    const id = await org.asSystem(async (ctx) => {
      const [made] = await createRecords(ctx, gadgetRegister, [{ name: 'one' }])
      await updateRecords(ctx, gadgetRegister, [{ id: made!.id, values: { name: 'two' } }])
      await updateRecords(ctx, gadgetRegister, [{ id: made!.id, values: { name: 'three' } }])
      return made!.id
    })
    expect(await told(id)).toEqual([{ action: 'created', version: 1 }, { action: 'updated', version: 2 }, { action: 'updated', version: 3 }])
    expect(await found(id)).toEqual([{ title: 'three' }])
    await org.asSystem((ctx) => updateRecords(ctx, gadgetRegister, [{ id, values: { name: 'four' } }]))
    expect((await told(id)).at(-1)).toEqual({ action: 'updated', version: 4 })
  })

  it('is never written over: whoever serves requests may add to history, and nothing else', async () => {
    const id = await org.asSystem(async (ctx) => (await createRecords(ctx, gadgetRegister, [{ name: 'told' }]))[0]!.id)
    for (const change of [sql`update history set reason = 'another' where record_id = ${id}`, sql`delete from history where record_id = ${id}`]) {
      await expect(org.asSystem((ctx) => change.execute(ctx.tx))).rejects.toThrow(/permission denied/)
    }
  })

  it('keeps the order when sets too large to wait come between', async () => {
    const id = await org.asSystem(async (ctx) => {
      const [made] = await createRecords(ctx, gadgetRegister, [{ name: 'early' }])
      const many = await createRecords(ctx, gadgetRegister, Array.from({ length: 1_200 }, (_, i) => ({ name: `many ${i}` })))
      await updateRecords(ctx, gadgetRegister, [made!, ...many].map((g) => ({ id: g.id, values: { name: `${String(g.name)}, changed` } })))
      await updateRecords(ctx, gadgetRegister, [{ id: made!.id, values: { name: 'late' } }])
      return made!.id
    })
    expect(await told(id)).toEqual([{ action: 'created', version: 1 }, { action: 'updated', version: 2 }, { action: 'updated', version: 3 }])
    expect(await found(id)).toEqual([{ title: 'late' }])
  })

  it('does not let more wait than one statement takes well', async () => {
    const text = 'x'.repeat(9_000)
    const ids = await org.asSystem(async (ctx) => {
      const made: string[] = []
      for (let i = 0; i < 4; i++) made.push(...(await createRecords(ctx, gadgetRegister, Array.from({ length: 100 }, () => ({ name: 'wordy', note: text })))).map((g) => g.id))
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from history where org_id = ${org.id} and record_id = any(${made}::uuid[])`.execute(ctx.tx)
      expect(rows[0]!.n).toBeGreaterThanOrEqual(200)
      return made
    })
    const { rows } = await sql<{ n: number }>`select count(distinct record_id)::int as n from history where org_id = ${org.id} and record_id = any(${ids}::uuid[])`.execute(world.kit.db)
    expect(rows[0]!.n).toBe(400)
  })

  it('forgets what was only rehearsed, whatever its size, and keeps what waited before', async () => {
    const [kept, gone] = await org.asSystem(async (ctx) => {
      const [made] = await createRecords(ctx, gadgetRegister, [{ name: 'kept' }])
      const ids: string[] = []
      for (const size of [1, 1_200]) {
        await rehearse(ctx, async () => {
          ids.push(...(await createRecords(ctx, gadgetRegister, Array.from({ length: size }, () => ({ name: 'rehearsed' })))).map((g) => g.id))
        })
      }
      return [made!.id, ids]
    })
    expect(await told(kept)).toEqual([{ action: 'created', version: 1 }])
    expect(await found(kept)).toHaveLength(1)
    const { rows } = await sql`select 1 from history where record_id = any(${gone}::uuid[]) union all select 1 from search_entry where record_id = any(${gone}::uuid[])
      union all select 1 from outbox o, jsonb_array_elements_text(o.payload -> 'ids') i where o.org_id = ${org.id} and i.value = any(${gone}::text[])`.execute(world.kit.db)
    expect(rows).toEqual([])
  })
})
