import { notFound } from '@heng/contract'
import { authorise, record, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asset } from '../asset/register.ts'
import { normalise, type Identifier } from './normalise.ts'

export const get = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, asset, [id])
  if (row === undefined) throw notFound('asset')
  authorise(ctx, 'asset:read', resourceOf(asset, row))
  const { rows: identifiers } = await sql<Identifier & { source: string; firstSeen: string; lastSeen: string }>`
    select kind, value, source, first_seen as "firstSeen", last_seen as "lastSeen" from asset_identifier
    where org_id = ${ctx.org.id} and asset = ${id} order by kind, value`.execute(ctx.tx)
  const { rows: sources } = await sql<{ field: string; source: string; firstSeen: string; lastSeen: string }>`
    select f.key as field, s.source, f.value ->> 0 as "firstSeen", f.value ->> 1 as "lastSeen" from asset_source s cross join jsonb_each(s.seen) f
    where s.org_id = ${ctx.org.id} and s.asset = ${id} order by 1, 4 desc`.execute(ctx.tx)
  return { identifiers, sources }
}

export const set = async (ctx: Ctx, { id, identifiers }: { id: string; identifiers: Identifier[] }) => {
  const [row] = await rowsByIds(ctx, asset, [id], true)
  if (row === undefined) throw notFound('asset')
  authorise(ctx, 'asset:write', resourceOf(asset, row))
  const wanted = identifiers.map(normalise)
  const { rows: before } = await sql<Identifier>`select kind, value from asset_identifier where org_id = ${ctx.org.id} and asset = ${id} order by 1, 2`.execute(ctx.tx)
  const json = JSON.stringify(wanted)
  await sql`delete from asset_identifier i where i.org_id = ${ctx.org.id} and i.asset = ${id}
    and not exists (select 1 from jsonb_to_recordset(${json}::jsonb) as r(kind text, value text) where r.kind = i.kind and r.value = i.value)`.execute(ctx.tx)
  await sql`insert into asset_identifier (org_id, asset, kind, value, source, first_seen, last_seen)
    select ${ctx.org.id}, ${id}, r.kind, r.value, 'manual', ${ctx.now}, ${ctx.now} from jsonb_to_recordset(${json}::jsonb) as r(kind text, value text)
    on conflict (org_id, kind, value, asset) do update set last_seen = excluded.last_seen`.execute(ctx.tx)
  await record(ctx, { noun: 'asset', action: 'identifiersSet' }, [{ id, reference: row.reference, version: row.version, before: { identifiers: before }, after: { identifiers: wanted } }])
  return {}
}
