import { HengError } from '@heng/contract'
import { authorise, emit, resourceOf, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset } from '../asset/register.ts'
import { spreadValues } from '../dependency/spread.ts'

/** Keeps one asset and archives the others; identifiers and dependencies move to the one that stays, other rooms follow by event. */
export const merge = async (ctx: Ctx, { id, others, reason }: { id: string; others: string[]; reason: string }) => {
  const gone = [...new Set(others)].filter((other) => other !== id)
  const rows = await rowsByIds(ctx, asset, [id, ...gone], true)
  if (gone.length === 0 || rows.length !== gone.length + 1) throw new HengError('invalid', { fields: [{ path: 'others', code: 'reference' }] })
  for (const row of rows) authorise(ctx, 'asset:write', resourceOf(asset, row))
  const org = ctx.org.id
  await sql`with moved as (delete from asset_identifier where org_id = ${org} and asset = any(${gone}::uuid[]) returning *)
    insert into asset_identifier (org_id, asset, kind, value, source, first_seen, last_seen)
    select org_id, ${id}, kind, value, min(source), min(first_seen), max(last_seen) from moved group by org_id, kind, value
    on conflict (org_id, kind, value, asset) do update set last_seen = greatest(asset_identifier.last_seen, excluded.last_seen)`.execute(ctx.tx)
  await sql`with gone as (delete from asset_dependency where org_id = ${org} and (asset = any(${gone}::uuid[]) or depends_on = any(${gone}::uuid[])) returning *),
    moved as (select org_id, case when asset = any(${gone}::uuid[]) then ${id}::uuid else asset end as asset,
      case when depends_on = any(${gone}::uuid[]) then ${id}::uuid else depends_on end as depends_on, note from gone)
    insert into asset_dependency (org_id, asset, depends_on, note)
    select distinct on (m.asset, m.depends_on) m.* from moved m where m.asset <> m.depends_on on conflict do nothing`.execute(ctx.tx)
  await updateRecords(ctx, asset, gone.map((other) => ({ id: other, values: { archivedAt: ctx.now.toISOString() } })), reason, 'archived')
  await spreadValues(ctx, [id])
  await emit(ctx, 'asset.merged', { kept: id, merged: gone })
  return { merged: gone.length }
}
