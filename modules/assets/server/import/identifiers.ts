import type { FurtherRow, Said, StandingValue, UniqueValue } from '@heng/imports/reads'
import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { importSource } from './source.ts'

interface Row {
  readonly asset: string
  readonly kind: string
  readonly value: string
  readonly source: string
}
const rowsOf = async (ctx: Ctx, ids: readonly string[]): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`select asset, kind, value, source from asset_identifier where org_id = ${ctx.org.id} and asset = any(${ids}::uuid[]) order by kind, value`.execute(ctx.tx)
  return rows
}

/** Identifiers of assets by kind. What a scan saw stays: a list that does not know it is no proof against it. One statement. */
export const standing = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, readonly StandingValue[]>>>> => {
  const found = new Map<string, Record<string, StandingValue[]>>()
  for (const { asset, kind, value, source } of await rowsOf(ctx, ids)) {
    const kinds = found.get(asset) ?? {}
    found.set(asset, { ...kinds, [kind]: [...(kinds[kind] ?? []), { value, kept: source.startsWith('scan:') }] })
  }
  return found
}

/** Active assets that have these identifiers. One statement. */
export const holders = async (ctx: Ctx, values: readonly UniqueValue[]): Promise<readonly (UniqueValue & { readonly id: string })[]> => {
  const { rows } = await sql<UniqueValue & { id: string }>`select i.kind as column, i.value, i.asset as id
    from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) as w("column" text, value text)
    join asset_identifier i on i.org_id = ${ctx.org.id} and i.kind = w."column" and i.value = w.value
    join asset a on a.org_id = i.org_id and a.id = i.asset and a.archived_at is null`.execute(ctx.tx)
  return rows
}

const listOf = (said: Said): { kind: string; value: string }[] => Object.entries(said).flatMap(([kind, values]) => values.map((value) => ({ kind, value })))

/**
 * Gives assets exactly these identifiers in the kinds that the list has, with the import as the source of what is new and a
 * later last sighting of what was known. Three statements, and the history.
 */
export const write = async (ctx: Ctx, rows: readonly FurtherRow[], reason: string): Promise<void> => {
  const kindsOf = new Map(rows.map(({ id, values }) => [id, values]))
  const before = Map.groupBy((await rowsOf(ctx, rows.map(({ id }) => id))).filter(({ asset, kind }) => kindsOf.get(asset)![kind] !== undefined), ({ asset }) => asset)
  const wanted = rows.flatMap(({ id, values }) => Object.entries(values).map(([kind, list]) => ({ asset: id, kind, values: list })))
  await sql`delete from asset_identifier i using jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as r(asset uuid, kind text, "values" jsonb)
    where i.org_id = ${ctx.org.id} and i.asset = r.asset and i.kind = r.kind and not r."values" ? i.value`.execute(ctx.tx)
  await sql`insert into asset_identifier (org_id, asset, kind, value, source, first_seen, last_seen)
    select ${ctx.org.id}, r.asset, r.kind, v.value, ${importSource(reason)}, ${ctx.now}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as r(asset uuid, kind text, "values" jsonb) cross join jsonb_array_elements_text(r."values") as v(value)
    on conflict (org_id, kind, value, asset) do update set last_seen = greatest(asset_identifier.last_seen, excluded.last_seen)`.execute(ctx.tx)
  await record(ctx, { noun: 'asset', action: 'identifiersSet', reason }, rows.map(({ id, reference, version, values }) => ({
    id, reference, version, before: { identifiers: (before.get(id) ?? []).map(({ kind, value }) => ({ kind, value })) }, after: { identifiers: listOf(values) },
  })))
}
