import { HengError } from '@heng/contract'
import { FeedError } from '@heng/engine-priority'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { FeedKind } from '../../../contract/feed.ts'
import type { Which } from '../standing.ts'

/** An edition that was taken in, and what is to be weighed anew because of it; null: nothing. */
export interface Edition {
  readonly edition: string
  readonly publishedAt: Date
  readonly entries: number
  readonly moved: Which | null
  /** What history says it by. */
  readonly reason: string
}

const day = 86_400_000

/** Throws `exploitFeed.older` for an edition from before the present one, `FeedError` for one from the future, after which none would be taken any more. */
export const refuseOlder = async (ctx: Ctx, kind: FeedKind, publishedAt: Date, place: string): Promise<void> => {
  if (publishedAt.getTime() > ctx.now.getTime() + 2 * day) throw new FeedError(place, 'lies in the future', '日期在未来')
  const { rows } = await sql<{ edition: string }>`select edition from exploit_feed where org_id = ${ctx.org.id} and kind = ${kind} and published_at > ${publishedAt}`.execute(ctx.tx)
  if (rows[0] !== undefined) throw new HengError('exploitFeed.older', { status: 409, params: { edition: rows[0].edition, day: publishedAt.toISOString().slice(0, 10) } })
}
