import type { FurtherRow, StandingValue, UniqueValue } from '@heng/imports/reads'
import { beforeFilling, record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { activeAssets, holdersOf, identifiersOfAssets } from '../identifier/find.ts'
import type { IdentifierKind } from '../identifier/normalise.ts'
import { importSource } from './source.ts'

/** Identifiers of assets by kind. What a scan saw stays: a list that does not know it is no proof against it. One statement. */
export const standing = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, Readonly<Record<string, readonly StandingValue[]>>>> => {
  const found = new Map<string, Record<string, StandingValue[]>>()
  for (const { asset, kind, value, source } of await identifiersOfAssets(ctx, ids)) {
    const kinds = found.get(asset) ?? {}
    found.set(asset, { ...kinds, [kind]: [...(kinds[kind] ?? []), { value, kept: source.startsWith('scan:') }] })
  }
  return found
}

/** Active assets that have these identifiers. Two statements. */
export const holders = async (ctx: Ctx, values: readonly UniqueValue[]): Promise<readonly (UniqueValue & { readonly id: string })[]> => {
  const found = await holdersOf(ctx, values.map(({ column, value }) => ({ kind: column as IdentifierKind, value })))
  const active = await activeAssets(ctx, [...new Set(found.map(({ asset }) => asset))])
  return found.flatMap(({ asset, kind, value }) => (active.has(asset) ? [{ column: kind, value, id: asset }] : []))
}

/**
 * Gives assets exactly these identifiers in the kinds that the list has, with the import as the source of what is new and a
 * later last sighting of what was known. Three statements, and the history; more when there are many thousands in one transaction.
 */
export const write = async (ctx: Ctx, rows: readonly FurtherRow[], reason: string): Promise<void> => {
  const said = new Map(rows.map(({ id, values }) => [id, values]))
  const known = (await identifiersOfAssets(ctx, [...said.keys()])).filter(({ asset, kind }) => said.get(asset)![kind] !== undefined)
  const gone = known.filter(({ asset, kind, value }) => !said.get(asset)![kind]!.includes(value))
  if (gone.length > 0) {
    await sql`delete from asset_identifier i using jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) as r(asset uuid, kind text, value text)
      where i.org_id = ${ctx.org.id} and i.kind = r.kind and i.value = r.value and i.asset = r.asset`.execute(ctx.tx)
  }
  const wanted = rows.map(({ id, values }) => ({ asset: id, identifiers: Object.entries(values).flatMap(([kind, list]) => list.map((value) => ({ kind, value }))) }))
  const written = wanted.flatMap(({ asset, identifiers }) => identifiers.map((one) => ({ asset, ...one })))
  await beforeFilling(ctx.tx, 'asset_identifier', written.length)
  await sql`insert into asset_identifier (org_id, asset, kind, value, source, first_seen, last_seen)
    select ${ctx.org.id}, r.asset, r.kind, r.value, ${importSource(reason)}, ${ctx.now}, ${ctx.now}
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r(asset uuid, kind text, value text)
    on conflict (org_id, kind, value, asset) do update set last_seen = greatest(asset_identifier.last_seen, excluded.last_seen)`.execute(ctx.tx)
  const before = Map.groupBy(known, ({ asset }) => asset)
  await record(ctx, { noun: 'asset', action: 'identifiersSet', reason }, rows.map(({ id, reference, version }, i) => ({
    id, reference, version, before: { identifiers: (before.get(id) ?? []).map(({ kind, value }) => ({ kind, value })) }, after: { identifiers: wanted[i]!.identifiers },
  })))
}
