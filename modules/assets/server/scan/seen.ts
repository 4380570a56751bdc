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
  await sql`update asset_source s set last_seen = greatest(s.last_seen, ${seen}) from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(asset uuid, field text)
    where s.org_id = ${ctx.org.id} and s.asset = r.asset and s.field = r.field and s.source = (
      select l.source from asset_source l where l.org_id = s.org_id and l.asset = s.asset and l.field = s.field order by l.last_seen desc, (l.source = 'manual') desc limit 1)`.execute(ctx.tx)
}

const tells = ({ candidate }: HostRow, field: ScannedField): boolean =>
  field === 'name' ? true : field === 'type' ? candidate.type !== null : candidate.description !== ''

/** Which asset each host became. One statement. */
export const noteResults = async (ctx: Ctx, scan: string, written: readonly Written[]): Promise<void> => {
  const rows = written.map(({ host, asset }) => ({ line: host.line, asset }))
  await sql`update asset_scan_host h set result = r.asset from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line integer, asset uuid)
    where h.org_id = ${ctx.org.id} and h.scan = ${scan} and h.line = r.line`.execute(ctx.tx)
}
