import { labelsFor, reach, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { uniqueKinds } from '../identifier/normalise.ts'

/**
 * Groups of active assets that share an identifier strong enough to be unique, or a name within the same unit and
 * type (case, width and spaces apart). An IP address or a bare host name is no evidence. Two statements.
 */
export const duplicates = async (ctx: Ctx, { limit }: { limit: number }) => {
  const r = reach(ctx, 'asset:read')
  const visible = r.kind === 'all' ? sql`true` : sql`(a.unit = any(${r.kind === 'some' ? r.unitIds : []}::uuid[]) or a.owner = ${r.kind === 'some' ? r.personId : null}::uuid)`
  const { rows } = await sql<{ reason: 'identifier' | 'name'; evidence: string; ids: string[] }>`
    (select 'identifier' as reason, i.kind || ' ' || i.value as evidence, array_agg(a.id order by a.id) as ids
      from asset_identifier i join asset a on a.org_id = i.org_id and a.id = i.asset and a.archived_at is null
      where i.org_id = ${ctx.org.id} and i.kind = any(${[...uniqueKinds]}::text[]) and ${visible}
      group by i.kind, i.value having count(*) > 1 limit ${limit})
    union all
    (select 'name', min(a.name), array_agg(a.id order by a.id)
      from asset a where a.org_id = ${ctx.org.id} and a.archived_at is null and ${visible}
      group by lower(regexp_replace(normalize(a.name, NFKC), '\\s+', '', 'g')), a.unit, a.type having count(*) > 1 limit ${limit})`.execute(ctx.tx)
  return { groups: rows, labels: await labelsFor(ctx, 'asset', [...new Set(rows.flatMap((g) => g.ids))]) }
}
