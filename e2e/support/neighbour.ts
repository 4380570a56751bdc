import { createHash, randomBytes } from 'node:crypto'
import { compose } from '@heng/composition'
import { startEmbedded } from '@heng/database'
import { asSystem, createLog, createRecords, readConfig } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { rooms } from '../../apps/server/src/modules.ts'
import type { RunningServer } from './server.ts'

/**
 * Founds a second organisation on the installation, which no page offers yet, with one ISMS manager.
 * Answers the path at which that person accepts the invitation.
 */
export const foundNeighbour = async ({ dataDir }: RunningServer, slug: string, name: string): Promise<string> => {
  const database = await startEmbedded({ dataDir })
  const config = readConfig({ HENG_DATA: dataDir })
  const { kit, close } = await compose({ config, log: createLog('fatal'), databaseUrl: database.url, secret: 'of no use here', rooms, version: 'test' })
  try {
    const id = v7()
    const token = randomBytes(32).toString('base64url')
    await sql`insert into organisation (id, slug, name, locale, timezone, currency, settings)
      values (${id}, ${slug}, ${name}, 'zh-CN', 'Asia/Shanghai', 'CNY', '{"riskMethod":"gbt20984-2022"}')`.execute(kit.db)
    await asSystem(kit, id, 'setup', 'neighbour', async (ctx) => {
      const noun = (of: string) => kit.registers.get(of)!
      const [unit] = await createRecords(ctx, noun('unit'), [{ name }])
      const [person] = await createRecords(ctx, noun('person'), [{ name: '邻舍', email: `manager@${slug}.example`, unit: unit!.id }])
      await createRecords(ctx, noun('roleAssignment'), [{ person: person!.id, role: 'ismsManager' }])
      await sql`insert into invitation (id, org_id, person, token_hash, expires_at)
        values (${v7()}, ${id}, ${person!.id}, ${createHash('sha256').update(token).digest()}, now() + interval '1 hour')`.execute(ctx.tx)
    })
    return `/invitation/${token}`
  } finally {
    await close()
    await database.stop()
  }
}
