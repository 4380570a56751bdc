import { createRecords, updateRecords } from '@heng/server-kit'
import { createWorld, type TestWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { module } from '../module.ts'
import { asset } from './register.ts'

let world: TestWorld
beforeAll(async () => {
  world = await createWorld([module])
})
afterAll(() => world.close())

const many = (last: object) => Array.from({ length: 600 }, (_, i) => ({ name: `Host ${i}`, tier: 'component', ...(i === 599 ? last : {}) }))

describe('what an asset names, checked once a statement', () => {
  it.each(['unit', 'owner', 'custodian'])('is refused when one of six hundred names a %s that is not there, or is another organisation’s', async (field) => {
    const [org, other] = [await world.organisation(), await world.organisation()]
    const { personId } = await other.actor(['ismsManager'])
    for (const named of [randomUUID(), field === 'unit' ? other.rootUnit : personId]) {
      await expect(org.asSystem((ctx) => createRecords(ctx, asset, many({ [field]: named })))).rejects.toMatchObject({ fields: [{ path: field, code: 'reference' }] })
    }
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from asset where org_id = ${org.id}`.execute(world.kit.db)
    expect(rows).toEqual([{ n: 0 }])
  })

  it('is refused in a change, too', async () => {
    const org = await world.organisation()
    const [one] = await org.asSystem((ctx) => createRecords(ctx, asset, [{ name: 'One', tier: 'component', unit: org.rootUnit }]))
    await expect(org.asSystem((ctx) => updateRecords(ctx, asset, [{ id: one!.id, values: { owner: randomUUID() } }]))).rejects.toMatchObject({ fields: [{ path: 'owner', code: 'reference' }] })
  })

  it('cannot go away: nobody who serves requests may delete units or people', async () => {
    const org = await world.organisation()
    for (const table of ['unit', 'person']) {
      await expect(org.asSystem(({ tx }) => sql`delete from ${sql.table(table)} where org_id = ${org.id}`.execute(tx))).rejects.toThrow(/permission denied/)
    }
  })
})
