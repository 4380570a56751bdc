import { HengError } from '@heng/contract'
import { uploadedFile } from '@heng/records/reads'
import { startJob, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { feedAddresses, type FeedKind } from '../../../contract/feed.ts'
import { checkedAddress } from './download.ts'
import { hostsOf, type FeedJob } from './job.ts'
import { sourceOf } from './source.ts'

/** Starts the job that takes an edition in, and remembers which it was. */
export const startFeed = async (ctx: Ctx, input: FeedJob): Promise<string> => {
  const jobId = await startJob(ctx, 'vulnerabilities.feed', input, 'url' in input ? null : input.bytes)
  await sql`insert into exploit_feed_source (org_id, kind, job) values (${ctx.org.id}, ${input.kind}, ${jobId}) on conflict (org_id, kind) do update set job = excluded.job`.execute(ctx.tx)
  return jobId
}

/** Takes an edition in from an uploaded file, or from its address where that is turned on. Throws `exploitFeed.remoteOff`, `exploitFeed.otherHost`. */
export const take = async (ctx: Ctx, { kind, file, url }: { kind: FeedKind; file?: string | undefined; url?: string | undefined }) => {
  if (file !== undefined) {
    const { sha256, name, size } = await uploadedFile(ctx, file)
    return { jobId: await startFeed(ctx, { kind, sha256, name: name.slice(0, 200), bytes: size }) }
  }
  const source = await sourceOf(ctx, kind)
  if (!source.remote) throw new HengError('exploitFeed.remoteOff', { status: 409 })
  const address = url ?? source.url ?? feedAddresses[kind]
  checkedAddress(address, hostsOf(kind, source.url))
  return { jobId: await startFeed(ctx, { kind, url: address }) }
}
