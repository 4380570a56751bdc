import type { Text } from '@heng/contract'
import { technicalFactors, technicalVulnerabilities } from '@heng/risks/reads'
import type { Ctx, Subscription } from '@heng/server-kit'
import { exposureRises, type Rise } from '@heng/vulnerabilities/reads'
import { sql } from 'kysely'
import { raiseTriggers, type Cause } from './raise.ts'

/**
 * Open risks on these assets that rest on a technical vulnerability, were assessed before the level rose, and rate the vulnerability lower than scans
 * now do. One statement.
 */
const restingOn = async (ctx: Ctx, rises: readonly Rise[]): Promise<ReadonlyMap<string, string[]>> => {
  const rose = JSON.stringify(rises.map(({ asset, level, at }) => ({ asset, level, at })))
  const { rows } = await sql<{ asset: string; risks: string[] }>`
    select r.asset, array_agg(distinct t.id) as risks from jsonb_to_recordset(${rose}::jsonb) as r(asset uuid, level int, at timestamptz)
    join lateral (
      select k.id, k.last_assessed_at, k.vulnerability, k.source, k.current from risk k where k.org_id = ${ctx.org.id} and k.asset = r.asset and k.status = 'open' and k.archived_at is null
      union all select k.id, k.last_assessed_at, k.vulnerability, k.source, k.current from risk_further_asset f join risk k on k.org_id = f.org_id and k.id = f.risk and k.status = 'open' and k.archived_at is null
        where f.org_id = ${ctx.org.id} and f.asset = r.asset
    ) t on t.last_assessed_at < r.at
    where (t.vulnerability = any(${technicalVulnerabilities()}::text[]) or t.source = 'vulnerability')
      and coalesce((select max((t.current -> 'factors' ->> f)::int) from unnest(${[...technicalFactors]}::text[]) f), 0) < r.level
    group by 1`.execute(ctx.tx)
  return new Map(rows.map(({ asset, risks }) => [asset, risks]))
}

const titleOf = ({ level, before, vulnerability: { reference, title } }: Rise): Text => ({
  en: `${reference} ${title}: technical vulnerability of the asset ${before === null ? `found to be ${level}` : `rose from ${before} to ${level}`}`.slice(0, 500),
  'zh-CN': `${reference} ${title}：资产的技术脆弱性${before === null ? `评定为 ${level} 级` : `由 ${before} 级升至 ${level} 级`}`.slice(0, 500),
})

/** A flaw that makes an asset more vulnerable than it was known to be calls the assessments into question that rest on flaws of this kind. */
export const exposureTriggers: readonly Subscription[] = [{
  name: 'appetite.trigger.asset.exposureMoved', event: 'asset.exposureMoved',
  handle: async (ctx, { payload }) => {
    const rises = await exposureRises(ctx, (payload as { ids?: readonly string[] }).ids ?? [])
    if (rises.length === 0) return
    const risks = await restingOn(ctx, rises)
    const causes = rises.flatMap((rise): Cause[] => {
      const about = risks.get(rise.asset)
      const { id, reference, version } = rise.vulnerability
      return about === undefined ? [] : [{ kind: 'newVulnerability', title: titleOf(rise), risks: about, source: { noun: 'vulnerability', id, reference, version } }]
    })
    if (causes.length > 0) await raiseTriggers(ctx, causes)
  },
}]
