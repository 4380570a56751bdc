import { allows, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Identifier } from '../identifier/normalise.ts'
import { scannedFields, type ScannedField, type Standing } from './changes.ts'
import type { KnownAsset } from './match.ts'

/** An asset of the register with all that a scan is compared with. */
export interface StandingAsset extends KnownAsset, Standing {
  readonly reference: string
  readonly version: number
}

interface Row {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly name: string
  readonly type: string | null
  readonly description: string | null
  readonly unit: string | null
  readonly owner: string | null
  readonly custodian: string | null
  readonly identifiers: Identifier[] | null
  readonly sources: Partial<Record<ScannedField, string>> | null
}

/**
 * Active assets that share an identifier with any of `wanted`, and those of `ids`, by id. One statement, whatever the
 * number. Of equally recent sources of a field the one by hand counts.
 */
export const standing = async (ctx: Ctx, wanted: readonly Identifier[], ids: readonly string[]): Promise<Map<string, StandingAsset>> => {
  const { rows } = await sql<Row>`
    with found as (
      select i.asset from asset_identifier i
      join jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(kind text, value text) on w.kind = i.kind and w.value = i.value
      where i.org_id = ${ctx.org.id}
      union select unnest(${ids}::uuid[])
    )
    select a.id, a.reference, a.version, a.name, a.type, a.description, a.unit, a.owner, a.custodian,
      (select jsonb_agg(jsonb_build_object('kind', i.kind, 'value', i.value) order by i.kind, i.value) from asset_identifier i where i.org_id = a.org_id and i.asset = a.id) as identifiers,
      (select jsonb_object_agg(s.field, s.source) from (
        select distinct on (f.key) f.key as field, o.source from asset_source o cross join jsonb_each(o.seen) f
        where o.org_id = a.org_id and o.asset = a.id and f.key = any(${[...scannedFields]}::text[])
        order by f.key, f.value ->> 1 desc, (o.source = 'manual') desc) s) as sources
    from found f join asset a on a.id = f.asset
    where a.org_id = ${ctx.org.id} and a.archived_at is null`.execute(ctx.tx)
  return new Map(rows.map((r) => [r.id, {
    id: r.id, reference: r.reference, version: r.version, identifiers: r.identifiers ?? [],
    writable: allows(ctx, 'asset:write', { unitId: r.unit, ownerIds: [r.owner, r.custodian] }),
    fields: { name: r.name, type: r.type, description: r.description },
    scanned: new Set(scannedFields.filter((field) => r.sources?.[field]?.startsWith('scan:') === true)),
  }]))
}
