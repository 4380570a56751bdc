import type { ErrorBody, Locale } from '@heng/contract'
import { allows, labelsFor, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { feedAddresses, feedKinds, staleAfter, type ExploitFeed, type FeedKind } from '../../../contract/feed.ts'

interface Row {
  readonly kind: FeedKind
  readonly edition: string | null
  readonly published: string
  readonly entries: number
  readonly source: string
  readonly sha256: string
  readonly taken: string
  readonly by: string | null
  readonly remote: boolean | null
  readonly daily: boolean | null
  readonly url: string | null
  readonly version: number | null
  readonly job: string | null
  readonly state: NonNullable<ExploitFeed['job']>['state'] | null
  readonly done: number
  readonly total: number | null
  readonly error: Readonly<Record<Locale, ErrorBody>> | null
  readonly finished: string | null
}

const day = 86_400_000
const instant = (text: string): string => new Date(text).toISOString()

/** Both feeds as they stand. Two statements. */
export const list = async (ctx: Ctx) => {
  const { rows } = await sql<Row>`select k.kind, f.edition, f.published_at as published, f.entries, f.source, f.sha256, f.taken_at as taken, f.taken_by as by, s.remote, s.daily, s.url, s.version,
      j.id as job, j.state, j.done, j.total, j.error, j.finished_at as finished
    from unnest(${feedKinds}::text[]) with ordinality as k(kind, place) left join exploit_feed f on f.org_id = ${ctx.org.id} and f.kind = k.kind
    left join exploit_feed_source s on s.org_id = ${ctx.org.id} and s.kind = k.kind left join job j on j.org_id = ${ctx.org.id} and j.id = s.job order by k.place`.execute(ctx.tx)
  const names = await labelsFor(ctx, 'person', rows.flatMap(({ by }) => by ?? []))
  const items = rows.map((row): ExploitFeed => {
    const ageDays = row.edition === null ? 0 : Math.max(0, Math.floor((ctx.now.getTime() - new Date(row.published).getTime()) / day))
    return {
      kind: row.kind, remote: row.remote ?? false, daily: row.daily ?? false, address: row.url ?? feedAddresses[row.kind], version: row.version ?? 0,
      present: row.edition === null ? null : {
        edition: row.edition, publishedAt: instant(row.published), entries: row.entries, ageDays, stale: ageDays > staleAfter[row.kind], source: row.source, sha256: row.sha256, takenAt: instant(row.taken),
        takenBy: row.by === null ? null : { id: row.by, name: names[row.by]?.text ?? '' },
      },
      job: row.job === null ? null : {
        id: row.job, state: row.state!, done: row.done, total: row.total, error: row.error?.[ctx.locale].message ?? null, finishedAt: row.finished === null ? null : instant(row.finished),
      },
    }
  })
  return { items, allowed: [...(allows(ctx, 'exploitFeed:write', {}) ? ['take' as const] : []), ...(allows(ctx, 'exploitFeed:configure', {}) ? ['configure' as const] : [])] }
}
