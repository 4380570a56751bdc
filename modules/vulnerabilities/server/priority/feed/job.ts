import { createHash } from 'node:crypto'
import { HengError } from '@heng/contract'
import { FeedError } from '@heng/engine-priority'
import { openFile } from '@heng/records/reads'
import { authorise, record, type Ctx, type JobRun } from '@heng/server-kit'
import { sql } from 'kysely'
import { feedAddresses, type FeedKind } from '../../../contract/feed.ts'
import { startReweighing } from '../reweigh.ts'
import { takeCatalogue } from './catalogue.ts'
import { jsonOf, linesOf, unpacked } from './content.ts'
import { download } from './download.ts'
import type { Edition } from './edition.ts'
import { takeScores } from './scores.ts'

/** What is to be taken in: an uploaded file, or what stands at an address. */
export type FeedJob = { readonly kind: FeedKind } & ({ readonly sha256: string; readonly name: string; readonly bytes: number } | { readonly url: string })

/** Hosts that may answer for a feed: its publisher's, and the one that the organisation named. */
export const hostsOf = (kind: FeedKind, url: string | null): ReadonlySet<string> => new Set([feedAddresses[kind], ...(url === null ? [] : [url])].map((address) => new URL(address).hostname))

/** Passes the bytes on and tells how many, which gives whoever cancels a place to do so. */
async function* watched(source: AsyncIterable<Buffer>, progress: (bytes: number) => Promise<void>): AsyncGenerator<Buffer> {
  let read = 0
  for await (const part of source) {
    read += part.length
    await progress(read)
    yield part
  }
}
async function* whole(content: Buffer): AsyncGenerator<Buffer> {
  yield content
}

const unreadable = (error: FeedError): HengError => new HengError('exploitFeed.unreadable', { params: { en: error.text.en, zh: error.text['zh-CN'] }, data: { place: error.place }, cause: error })

const read = async (ctx: Ctx, kind: FeedKind, content: AsyncIterable<Buffer>): Promise<Edition> => {
  try {
    return kind === 'epss' ? await takeScores(ctx, linesOf(content)) : await takeCatalogue(ctx, await jsonOf(content))
  } catch (error) {
    throw error instanceof FeedError ? unreadable(error) : error
  }
}

const presentOf = async (ctx: Ctx, kind: FeedKind): Promise<{ edition: string; hash: string } | undefined> => {
  const { rows } = await sql<{ edition: string; hash: string }>`select edition, sha256 as hash from exploit_feed where org_id = ${ctx.org.id} and kind = ${kind}`.execute(ctx.tx)
  return rows[0]
}

const note = async (ctx: Ctx, kind: FeedKind, { edition, publishedAt, entries }: Edition, source: string, sha256: string, before: { edition: string } | undefined): Promise<void> => {
  await sql`insert into exploit_feed (org_id, kind, edition, published_at, entries, source, sha256, taken_at, taken_by)
    values (${ctx.org.id}, ${kind}, ${edition}, ${publishedAt}, ${entries}, ${source}, ${sha256}, ${ctx.now}, ${ctx.caller.personId})
    on conflict (org_id, kind) do update set edition = excluded.edition, published_at = excluded.published_at, entries = excluded.entries, source = excluded.source, sha256 = excluded.sha256,
      taken_at = excluded.taken_at, taken_by = excluded.taken_by`.execute(ctx.tx)
  await record(ctx, { noun: 'exploitFeed', action: 'taken' }, [{ id: ctx.org.id, reference: kind.toUpperCase(), version: 1, before: before === undefined ? null : { kind, edition: before.edition }, after: { kind, edition, entries, source, sha256 } }])
}

/** The job, by whichever way addresses are fetched: one transaction takes the whole edition in, or nothing of it, and starts what follows from it. */
export const feedJob = (fetch: typeof download) => async (run: JobRun): Promise<unknown> => {
  const job = run.input as FeedJob
  const { kind } = job
  const total = 'url' in job ? null : job.bytes
  await run.progress(0, total)
  const fetched = 'url' in job ? await fetch(job.url, hostsOf(kind, job.url)) : null
  const sha256 = 'url' in job ? createHash('sha256').update(fetched!).digest('hex') : job.sha256
  return run.asStarter(async (ctx) => {
    if (!ctx.caller.system) authorise(ctx, 'exploitFeed:write', {})
    await sql`select pg_advisory_xact_lock(hashtextextended(${`exploitFeed ${kind} ${ctx.org.id}`}, 0))`.execute(ctx.tx)
    const before = await presentOf(ctx, kind)
    if (before?.hash === sha256) return { edition: before.edition, unchanged: true, entries: 0, reweigh: null }
    const size = fetched?.length ?? total!
    const source = fetched === null ? (openFile(ctx.kit, { sha256 }) as AsyncIterable<Buffer>) : whole(fetched)
    const taken = await read(ctx, kind, unpacked(watched(source, (bytes) => run.progress(Math.min(bytes, size), size))))
    await note(ctx, kind, taken, 'url' in job ? job.url : job.name, sha256, before)
    const reweigh = taken.moved === null ? null : await startReweighing(ctx, { of: taken.moved, reason: taken.reason })
    return { edition: taken.edition, unchanged: false, entries: taken.entries, reweigh }
  })
}
export const runFeed = feedJob(download)
