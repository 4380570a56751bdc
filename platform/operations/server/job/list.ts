import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { jobStates, type JobState } from '../../contract/index.ts'
import { jobsWhere, kindLabel, seen } from './store.ts'

interface Input {
  readonly state?: JobState | JobState[]
  readonly kind?: string | string[]
  readonly mine?: boolean
  readonly cursor?: string
  readonly limit?: number
}

/** Jobs, the latest first; the cursor is the last id (UUIDv7, so its order is that of time). Four statements. */
export const list = async (ctx: Ctx, { state, kind, mine, cursor, limit = 50 }: Input) => {
  if (cursor !== undefined && !/^[0-9a-f-]{36}$/.test(cursor)) throw new HengError('badCursor', { status: 400 })
  const parts = [
    seen(ctx),
    ...(state === undefined ? [] : [sql`state = any(${[state].flat()}::text[])`]),
    ...(kind === undefined ? [] : [sql`kind = any(${[kind].flat()}::text[])`]),
    ...(mine === true ? [sql`started_by = ${ctx.caller.userId}`] : []),
    ...(cursor === undefined ? [] : [sql`id < ${cursor}::uuid`]),
  ]
  const items = await jobsWhere(ctx, sql.join(parts, sql` and `), limit + 1)
  const { rows } = await sql<{ state: JobState; kind: string; n: number }>`select state, kind, count(*) as n from job
    where org_id = ${ctx.org.id} and ${seen(ctx)} group by state, kind`.execute(ctx.tx)
  const count = (wanted: JobState) => rows.filter((row) => row.state === wanted).reduce((sum, { n }) => sum + n, 0)
  return {
    items: items.slice(0, limit),
    next: items.length > limit ? items[limit - 1]!.id : null,
    states: Object.fromEntries(jobStates.map((s) => [s, count(s)])) as Record<JobState, number>,
    kinds: [...new Set(rows.map((row) => row.kind))].toSorted().map((k) => ({ kind: k, label: kindLabel(ctx, k) })),
  }
}
