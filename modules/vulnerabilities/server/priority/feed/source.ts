import { HengError } from '@heng/contract'
import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { feedAddresses, type FeedKind } from '../../../contract/feed.ts'
import { checkedAddress } from './download.ts'
import { hostsOf } from './job.ts'

export interface Source {
  readonly remote: boolean
  readonly daily: boolean
  /** Null: the publisher's own address. */
  readonly url: string | null
  readonly version: number
}
const off: Source = { remote: false, daily: false, url: null, version: 0 }

/** Where a feed may be fetched from. One statement. */
export const sourceOf = async (ctx: Ctx, kind: FeedKind): Promise<Source> => {
  const { rows } = await sql<Source>`select remote, daily, url, version from exploit_feed_source where org_id = ${ctx.org.id} and kind = ${kind}`.execute(ctx.tx)
  return rows[0] ?? off
}

/** Says whether a feed may be fetched, every night or on demand, and from where. Throws `versionConflict`, `exploitFeed.otherHost`. */
export const configure = async (ctx: Ctx, { kind, remote, daily, address, version }: { kind: FeedKind; remote: boolean; daily: boolean; address: string | null; version: number }) => {
  const before = await sourceOf(ctx, kind)
  if (before.version !== version) throw new HengError('versionConflict', { status: 409 })
  if (address !== null) checkedAddress(address, hostsOf(kind, address))
  const after: Source = { remote, daily: remote && daily, url: address === feedAddresses[kind] ? null : address, version: version + 1 }
  const { rows } = await sql`insert into exploit_feed_source as s (org_id, kind, remote, daily, url, version) values (${ctx.org.id}, ${kind}, ${after.remote}, ${after.daily}, ${after.url}, ${after.version})
    on conflict (org_id, kind) do update set remote = excluded.remote, daily = excluded.daily, url = excluded.url, version = excluded.version where s.version = ${version} returning 1`.execute(ctx.tx)
  if (rows.length === 0) throw new HengError('versionConflict', { status: 409 })
  await record(ctx, { noun: 'exploitFeed', action: 'configured' }, [{ id: ctx.org.id, reference: kind.toUpperCase(), version: after.version, before: { kind, ...before }, after: { kind, ...after } }])
  return { version: after.version }
}
