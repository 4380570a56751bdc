import { asSystem, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { everyAsset, followExposure } from '../exposure/follow.ts'
import { arrangeRetests } from './retests.ts'

/** What no event tells: a target that turned out to be another asset left one behind, a role went to somebody else. */
export const nightlyInAll = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ org_id: string }>`select o.id as org_id from organisation o where exists (select from scan_target t where t.org_id = o.id) order by 1`.execute(kit.db)
  for (const { org_id } of rows) {
    await asSystem(kit, org_id, 'job', 'vulnerabilities.nightly', async (ctx) => {
      await followExposure(ctx, everyAsset(ctx))
      await arrangeRetests(ctx)
    })
  }
}
