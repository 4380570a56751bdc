import { emit, type Ctx, type Subscription } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { exposureSql } from './read.ts'

const chunk = 1_000

/**
 * Works out how exposed these assets are, keeps the level and tells where it moved by `asset.exposureMoved` { ids }. One statement beside
 * the events; told again it moves nothing. Answers the assets that moved.
 */
export const followExposure = async (ctx: Ctx, of: RawBuilder<unknown>): Promise<string[]> => {
  const { rows } = await sql<{ asset: string }>`
    with now as materialized (${exposureSql(ctx, of)})
    insert into asset_exposure as e (org_id, asset, level, before, moved_at, cause, cause_version)
    select ${ctx.org.id}, n.asset, n.level, null, ${ctx.now}, (n.leading ->> 'id')::uuid, (n.leading ->> 'version')::int from now n
    where n.asset is not null and (n.level is not null or exists (select from asset_exposure o where o.org_id = ${ctx.org.id} and o.asset = n.asset)) order by n.asset
    on conflict (org_id, asset) do update set before = e.level, level = excluded.level, moved_at = excluded.moved_at, cause = excluded.cause, cause_version = excluded.cause_version
      where e.level is distinct from excluded.level
    returning e.asset`.execute(ctx.tx)
  const moved = rows.map(({ asset }) => asset)
  for (let from = 0; from < moved.length; from += chunk) await emit(ctx, 'asset.exposureMoved', { ids: moved.slice(from, from + chunk) })
  return moved
}

/** Everything that has vulnerabilities or was ever told: assets lose some when a target turns out to be another asset. */
export const everyAsset = (ctx: Ctx): RawBuilder<unknown> => sql`select distinct t.asset from scan_target t where t.org_id = ${ctx.org.id} and t.asset is not null
  union select e.asset from asset_exposure e where e.org_id = ${ctx.org.id}`

const on = (event: string, of: (ctx: Ctx, ids: readonly string[]) => RawBuilder<unknown>): Subscription => ({
  name: `vulnerabilities.exposure.${event}`, event,
  handle: async (ctx, { payload }) => {
    const { ids, id } = payload as { ids?: readonly string[]; id?: string }
    await followExposure(ctx, of(ctx, ids ?? [id!]))
  },
})

/** A scan that was taken in tells of all that it looked at; people's decisions and new scores tell of what they change. */
export const exposureFollows: readonly Subscription[] = [
  on('vulnerabilityScan.done', (ctx, scans) => sql`select distinct t.asset from vulnerability_scan_target c join scan_target t on t.org_id = c.org_id and t.id = c.target
    where c.org_id = ${ctx.org.id} and c.scan = any(${scans}::uuid[]) and t.asset is not null`),
  on('vulnerability.updated', (ctx, ids) => sql`select distinct v.asset from vulnerability v where v.org_id = ${ctx.org.id} and v.id = any(${ids}::uuid[]) and v.asset is not null`),
  on('scanTarget.matched', (ctx, targets) => sql`select distinct t.asset from scan_target t where t.org_id = ${ctx.org.id} and t.id = any(${targets}::uuid[]) and t.asset is not null`),
]
