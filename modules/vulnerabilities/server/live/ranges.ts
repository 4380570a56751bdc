import { HengError } from '@heng/contract'
import { parseDeclared } from '@heng/probes'
import { allows, authorise, labelsFor, record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { refusedAt, wordsOf } from './words.ts'

interface Row {
  readonly ranges: string[]
  readonly reason: string
  readonly version: number
  readonly by: string | null
  readonly at: string
}

const standing = async (ctx: Ctx): Promise<Row | undefined> => {
  const { rows } = await sql<Row>`select ranges, reason, version, changed_by as by, changed_at as at from live_check_range where org_id = ${ctx.org.id}`.execute(ctx.tx)
  return rows[0]
}

/** Where live checks may look: nowhere, until somebody says so. */
export const declaredRanges = async (ctx: Ctx): Promise<readonly string[]> => (await standing(ctx))?.ranges ?? []

export const getRanges = async (ctx: Ctx) => {
  const row = await standing(ctx)
  const names = await labelsFor(ctx, 'person', row?.by == null ? [] : [row.by])
  return {
    ranges: row?.ranges ?? [], reason: row?.reason ?? null, version: row?.version ?? 0, changedAt: row === undefined ? null : new Date(row.at).toISOString(),
    changedBy: row?.by == null ? null : { id: row.by, name: names[row.by]?.text ?? '' }, allowed: allows(ctx, 'liveCheckRange:write', {}) ? ['set' as const] : [],
  }
}

/** Declares the ranges anew, all of them; checks that stand are held to them at their next run. Throws `liveCheck.refused`, `versionConflict`. */
export const setRanges = async (ctx: Ctx, { ranges, reason, version }: { ranges: string[]; reason: string; version: number }) => {
  authorise(ctx, 'liveCheckRange:write', {})
  const { refusals } = parseDeclared(ranges)
  if (refusals.length > 0) throw refusedAt('ranges', 'liveCheck.refused', wordsOf(refusals))
  // Two who declare for the first time at once have no row to wait for.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`liveCheckRange ${ctx.org.id}`}, 0))`.execute(ctx.tx)
  const before = await standing(ctx)
  if (version !== (before?.version ?? 0)) throw new HengError('versionConflict', { status: 409 })
  const wanted = [...new Set(ranges)]
  await sql`insert into live_check_range (org_id, ranges, reason, version, changed_by, changed_at) values (${ctx.org.id}, ${wanted}::text[], ${reason}, ${version + 1}, ${ctx.caller.personId}, ${ctx.now})
    on conflict (org_id) do update set ranges = excluded.ranges, reason = excluded.reason, version = excluded.version, changed_by = excluded.changed_by, changed_at = excluded.changed_at`.execute(ctx.tx)
  await record(ctx, { noun: 'liveCheckRange', action: before === undefined ? 'created' : 'updated', reason }, [
    { id: ctx.org.id, version: version + 1, before: before === undefined ? null : { ranges: before.ranges }, after: { ranges: wanted } },
  ])
  return { version: version + 1 }
}
