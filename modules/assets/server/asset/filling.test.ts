import { createRecords } from '@heng/server-kit'
import { createWorld } from '@heng/testkit'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { module } from '../module.ts'
import { asset } from './register.ts'

// As a foreign key does that points to an asset.
it('looks assets up by their id while an organisation that statistics do not know is filled', async () => {
  const world = await createWorld([module])
  try {
    const [known, fresh] = [await world.organisation(), await world.organisation()]
    const fill = (organisation: typeof known) =>
      organisation.asSystem(async (ctx) => {
        await createRecords(ctx, asset, Array.from({ length: 1_500 }, (_, i) => ({ name: `Host ${i}`, tier: 'component' })))
        const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select 1 from asset where org_id = ${ctx.org.id} and id = ${ctx.org.id} for key share`.execute(ctx.tx)
        return rows.map((row) => row['QUERY PLAN']).join('\n')
      })
    await fill(known)
    await world.kit.pool.query('analyze asset')
    expect(await fill(fresh)).toContain('asset_pkey')
  } finally {
    await world.close()
  }
})
