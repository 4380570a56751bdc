import { record, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Identifier } from '../identifier/normalise.ts'
import type { ScannedField } from './changes.ts'
import type { HostRow } from './store.ts'

/** An asset that a host was written to. */
export interface Written {
  readonly host: HostRow
  readonly asset: string
  readonly reference: string
  readonly version: number
  /** Identifiers that are new to the asset. */
  readonly added: readonly Identifier[]
  /** Fields that an earlier scan filled and that this one saw again as they are. */
  readonly confirmed: readonly ScannedField[]
}

interface Note {
  readonly source: string
  readonly seen: Date
  readonly reason: string
}

/**
 * Notes what hosts were seen with: new identifiers with their source, known ones with when they were last seen. A report
 * that is older than what is known only reaches back. Two statements; history for what is new.
 */
export const noteIdentifiers = async (ctx: Ctx, written: readonly Written[], { source, seen, reason }: Note): Promise<void> => {
  const rows = written.flatMap(({ asset, host }) => host.candidate.identifiers.map(({ kind, value }) => ({ asset, kind, value })))
  await sql`insert into asset_identifier (org_id, asset, kind, value, source, first_seen, last_seen)
    select ${ctx.org.id}, r.asset, r.kind, r.value, ${source}, ${seen}, ${seen} from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(asset uuid, kind text, value text)
    on conflict (org_id, kind, value, asset) do update set first_seen = least(asset_identifier.first_seen, excluded.first_seen), last_seen = greatest(asset_identifier.last_seen, excluded.last_seen)`.execute(ctx.tx)
  const fresh = written.filter(({ added }) => added.length > 0)
  if (fresh.length === 0) return
  await record(ctx, { noun: 'asset', action: 'identifiersFound', reason }, fresh.map(({ asset, reference, version, added }) => ({
    id: asset, reference, version, before: { identifiers: [] }, after: { identifiers: added.map(({ kind, value }) => ({ kind, value })) },
  })))
}

/** What an earlier scan wrote and this one saw again keeps its source, with a later last sighting. One statement. */
export const confirmSources = async (ctx: Ctx, written: readonly Written[], seen: Date): Promise<void> => {
  const rows = written.flatMap(({ asset, confirmed, host }) => confirmed.filter((field) => tells(host, field)).map((field) => ({ asset, field })))
  if (rows.length === 0) return
  await sql`with latest as (
      select distinct on (r.asset, r.field) r.asset, r.field, s.source, s.seen -> r.field as seen
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(asset uuid, field text)
      join asset_source s on s.org_id = ${ctx.org.id} and s.asset = r.asset and s.seen ? r.field
      order by r.asset, r.field, s.seen -> r.field ->> 1 desc, (s.source = 'manual') desc
    ), again as (
      select asset, source, jsonb_object_agg(field, jsonb_build_array(seen -> 0, greatest(seen ->> 1, ${seen.toISOString()}::text))) as seen from latest group by asset, source
    )
    update asset_source s set seen = s.seen || a.seen from again a where s.org_id = ${ctx.org.id} and s.asset = a.asset and s.source = a.source`.execute(ctx.tx)
}

const tells = ({ candidate }: HostRow, field: ScannedField): boolean =>
  field === 'name' ? true : field === 'type' ? candidate.type !== null : candidate.description !== ''

/** Which asset each host became. One statement. */
export const noteResults = async (ctx: Ctx, scan: string, written: readonly Written[]): Promise<void> => {
  const rows = written.map(({ host, asset }) => ({ line: host.line, asset }))
  await sql`update asset_scan_host h set result = r.asset from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line integer, asset uuid)
    where h.org_id = ${ctx.org.id} and h.scan = ${scan} and h.line = r.line`.execute(ctx.tx)
}
