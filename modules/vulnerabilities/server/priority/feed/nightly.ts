import { asSystem, type Kit } from '@heng/server-kit'
import { sql } from 'kysely'
import { feedAddresses, type FeedKind } from '../../../contract/feed.ts'
import { startFeed } from './take.ts'

/** Fetches the feeds of every organisation that has it so, unless one is under way. */
export const fetchNightly = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ org_id: string; kind: FeedKind; url: string | null }>`select s.org_id, s.kind, s.url from exploit_feed_source s left join job j on j.org_id = s.org_id and j.id = s.job
    where s.remote and s.daily and j.state is distinct from 'waiting' and j.state is distinct from 'running'`.execute(kit.db)
  for (const { org_id, kind, url } of rows) await asSystem(kit, org_id, 'job', 'exploitFeed.nightly', (ctx) => startFeed(ctx, { kind, url: url ?? feedAddresses[kind] }))
}
