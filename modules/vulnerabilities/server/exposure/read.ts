import type { Ctx } from '@heng/server-kit'
import { sql, type RawBuilder } from 'kysely'
import { levelSql, standing } from './level.ts'

export interface Leading {
  readonly id: string
  readonly reference: string
  readonly title: string
  readonly severity: string | null
  readonly epss: number | null
  readonly exploited: boolean | null
  readonly version: number
}

/** How exposed an asset is by flaws that scanners and people found on it. */
export interface Exposure {
  readonly asset: string
  /** 1–5 (`levelOf`); null is "not assessed": no scan covered it, or the severity of what it has is not known. */
  readonly level: number | null
  /** Whether a scan ever looked at it. */
  readonly covered: boolean
  /** When the last one did, ISO 8601. */
  readonly scannedAt: string | null
  /** Still there, by severity; `notAssessed` those without one. */
  readonly counts: { readonly critical: number; readonly high: number; readonly medium: number; readonly low: number; readonly notAssessed: number }
  /** Those of the counts that are borne by an acceptance. */
  readonly accepted: number
  readonly overdue: number
  readonly highestSeverity: 'critical' | 'high' | 'medium' | 'low' | 'none' | null
  readonly highestEpss: number | null
  readonly exploited: boolean
  /** Why the level is what it is: the vulnerability that leads; the latest of several. */
  readonly leading: Leading | null
}

/** Assets named by `of` (SQL with one column `asset`) with what `Exposure` says. One statement. */
export const exposureSql = (ctx: Pick<Ctx, 'org' | 'now'>, of: RawBuilder<unknown>): RawBuilder<Exposure> => sql`
  select r.asset, case when x.found > 0 then x.level when s.covered then 1 end as level, s.covered or x.found > 0 as covered, s."scannedAt",
    jsonb_build_object('critical', x.critical, 'high', x.high, 'medium', x.medium, 'low', x.low, 'notAssessed', x.unknown) as counts, x.accepted, x.overdue,
    case when x.critical > 0 then 'critical' when x.high > 0 then 'high' when x.medium > 0 then 'medium' when x.low > 0 then x.lowest end as "highestSeverity",
    x.epss as "highestEpss", x.exploited, l.leading
  from (${of}) r(asset)
  cross join lateral (
    select count(*)::int as found, max(${levelSql}) as level, count(*) filter (where v.severity = 'critical')::int as critical, count(*) filter (where v.severity = 'high')::int as high,
      count(*) filter (where v.severity = 'medium')::int as medium, count(*) filter (where v.severity in ('low', 'none'))::int as low, count(*) filter (where v.severity is null)::int as unknown,
      case when bool_or(v.severity = 'low') then 'low' else 'none' end as lowest, count(*) filter (where v.state = 'accepted')::int as accepted,
      count(*) filter (where v.state <> 'accepted' and v.due_on < (${ctx.now}::timestamptz at time zone ${ctx.org.timezone})::date)::int as overdue,
      max(v.epss) as epss, coalesce(bool_or(v.exploited), false) as exploited
    from vulnerability v where v.org_id = ${ctx.org.id} and v.asset = r.asset and ${standing}
  ) x
  cross join lateral (
    select count(*) > 0 as covered, to_char(max(n.scanned_at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "scannedAt" from scan_target t
    join vulnerability_scan_target c on c.org_id = t.org_id and c.target = t.id join vulnerability_scan n on n.org_id = c.org_id and n.id = c.scan
    where t.org_id = ${ctx.org.id} and t.asset = r.asset
  ) s
  left join lateral (
    select jsonb_build_object('id', v.id, 'reference', v.reference, 'title', v.title, 'severity', v.severity, 'epss', v.epss, 'exploited', v.exploited, 'version', v.version) as leading
    from vulnerability v where x.found > 0 and v.org_id = ${ctx.org.id} and v.asset = r.asset and ${standing}
      and (${levelSql}) is not distinct from x.level order by v.state_since desc, v.id limit 1
  ) l on true` as RawBuilder<Exposure>

/** How exposed these assets are, by asset; unknown ones as those that no scan covered. One statement for any number. */
export const exposureOfAssets = async (ctx: Ctx, assets: readonly string[]): Promise<ReadonlyMap<string, Exposure>> => {
  if (assets.length === 0) return new Map()
  const { rows } = await exposureSql(ctx, sql`select distinct unnest(${assets}::uuid[])`).execute(ctx.tx)
  return new Map(rows.map((row) => [row.asset, row]))
}
