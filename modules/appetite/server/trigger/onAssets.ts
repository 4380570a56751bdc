import { listed, type Text } from '@heng/contract'
import type { Ctx, Subscription } from '@heng/server-kit'
import { sql } from 'kysely'
import { messages } from '../../locales/index.ts'
import { raiseTriggers, type Cause } from './raise.ts'

/** What of an asset an assessment rests on. */
const watched = ['value', 'owner', 'unit', 'classification'] as const

interface Moved {
  readonly asset: string
  readonly reference: string
  readonly name: string
  readonly version: number
  readonly fields: readonly (typeof watched)[number][]
  readonly risks: readonly string[]
}

/**
 * Changes of these assets, as history keeps them, that came after an open risk on them was last assessed. Only the last
 * week is looked at: events are delivered within seconds, and what is older was told.
 */
const changes = async (ctx: Ctx, assets: readonly string[]): Promise<Moved[]> => {
  const { rows } = await sql<Moved>`
    with h as materialized (
      select h.record_id as asset, h.version, h.valid_from as at, array(
        select f from unnest(${watched}::text[]) f where (p.after::jsonb -> f) is distinct from (p.before::jsonb -> f) and p.after::jsonb ? f) as fields
      from history h join history_payload p on p.history_id = h.id
      where h.org_id = ${ctx.org.id} and h.noun = 'asset' and h.record_id = any(${assets}::uuid[]) and h.version > 1 and h.valid_from > ${ctx.now}::timestamptz - interval '7 days'
    )
    select h.asset, a.reference, a.name, h.version, h.fields, array_agg(distinct t.id) as risks
    from h join asset a on a.org_id = ${ctx.org.id} and a.id = h.asset
    join lateral (
      select k.id, k.last_assessed_at from risk k where k.org_id = ${ctx.org.id} and k.asset = h.asset and k.status = 'open' and k.archived_at is null
      union select k.id, k.last_assessed_at from risk_further_asset f join risk k on k.org_id = f.org_id and k.id = f.risk and k.status = 'open' and k.archived_at is null
        where f.org_id = ${ctx.org.id} and f.asset = h.asset
    ) t on t.last_assessed_at < h.at
    where cardinality(h.fields) > 0 group by 1, 2, 3, 4, 5`.execute(ctx.tx)
  return rows
}

const titleOf = ({ reference, name, fields }: Moved): Text => ({
  en: `${reference} ${name}: ${listed('en', fields.map((f) => messages.en.pages.trigger.assetFields[f]))} changed`,
  'zh-CN': `${reference} ${name}：${listed('zh-CN', fields.map((f) => messages['zh-CN'].pages.trigger.assetFields[f]))}发生变更`,
})

/** An asset that is worth more, or belongs to somebody else, calls the assessments that rest on it into question. */
export const assetTriggers: readonly Subscription[] = [{
  name: 'appetite.trigger.asset.updated', event: 'asset.updated',
  handle: async (ctx, { payload }) => {
    const { ids = [] } = payload as { ids?: readonly string[] }
    if (ids.length === 0) return
    const causes = (await changes(ctx, ids)).map((moved): Cause => ({
      kind: 'assetChange', title: titleOf(moved), risks: moved.risks, source: { noun: 'asset', id: moved.asset, reference: moved.reference, version: moved.version },
    }))
    if (causes.length > 0) await raiseTriggers(ctx, causes)
  },
}]
