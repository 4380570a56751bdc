import { rowset, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'

export type SightingRow = {
  readonly id: string
  readonly target: string
  readonly fingerprint: string
  readonly vulnerability: string
  readonly tool: string
  readonly rule: string | null
  readonly method: string
  readonly flaw: string
  readonly record: string
  readonly evidence: string | null
}
const columns = [
  { name: 'id', type: 'uuid' }, { name: 'target', type: 'uuid' }, { name: 'fingerprint', type: 'uuid' }, { name: 'vulnerability', type: 'uuid' }, { name: 'tool', type: 'text' },
  { name: 'rule', type: 'text' }, { name: 'method', type: 'text' }, { name: 'flaw', type: 'uuid' }, { name: 'record', type: 'text' }, { name: 'evidence', type: 'text' },
]

export interface ScanAt {
  readonly id: string
  readonly at: Date
}

/** Notes what a scan saw: anew, or again. A scan from before the last one that saw it only reaches back. One statement. */
export const noteSightings = async (ctx: Ctx, scan: ScanAt, rows: readonly SightingRow[]): Promise<void> => {
  if (rows.length === 0) return
  const later = sql`excluded.last_seen >= s.last_seen`
  await sql`insert into sighting as s (org_id, id, target, fingerprint, vulnerability, tool, rule, method, flaw, record, evidence, first_seen, last_seen, last_scan)
    select ${ctx.org.id}, r.id, r.target, r.fingerprint, r.vulnerability, r.tool, r.rule, r.method, r.flaw, r.record, r.evidence, ${scan.at}, ${scan.at}, ${scan.id}
    from ${rowset(columns, rows)}
    on conflict (org_id, target, fingerprint) do update set
      first_seen = least(s.first_seen, excluded.first_seen), last_seen = greatest(s.last_seen, excluded.last_seen),
      last_scan = case when ${later} then excluded.last_scan else s.last_scan end, record = case when ${later} then excluded.record else s.record end,
      evidence = case when ${later} then excluded.evidence else s.evidence end, flaw = case when ${later} then excluded.flaw else s.flaw end,
      gone_at = case when ${later} then null else s.gone_at end`.execute(ctx.tx)
}

/** What scanners say of flaws, each text once. One statement. */
export const noteFlaws = async (ctx: Ctx, flaws: ReadonlyMap<string, string>): Promise<void> => {
  if (flaws.size === 0) return
  const rows = [...flaws].map(([id, details]) => ({ id, details }))
  await sql`insert into flaw (org_id, id, details) select ${ctx.org.id}, r.id, r.details::jsonb from ${rowset([{ name: 'id', type: 'uuid' }, { name: 'details', type: 'text' }], rows)}
    on conflict (org_id, id) do nothing`.execute(ctx.tx)
}

/** Which CVE numbers vulnerabilities have, so that what becomes known of a number finds them. One statement. */
export const noteCves = async (ctx: Ctx, rows: readonly { readonly cve: string; readonly vulnerability: string }[]): Promise<void> => {
  if (rows.length === 0) return
  await sql`insert into vulnerability_cve (org_id, cve, vulnerability) select ${ctx.org.id}, r.cve, r.vulnerability from ${rowset([{ name: 'cve', type: 'text' }, { name: 'vulnerability', type: 'uuid' }], rows)}
    on conflict do nothing`.execute(ctx.tx)
}

/** Vulnerabilities that a scan saw again: when, which makes no version of them. One statement. */
export const stampSeen = async (ctx: Ctx, scan: ScanAt, ids: readonly string[]): Promise<void> => {
  if (ids.length === 0) return
  await sql`update vulnerability set last_seen = ${scan.at}, last_scan = ${scan.id} where org_id = ${ctx.org.id} and id = any(${ids}::uuid[]) and last_seen <= ${scan.at}`.execute(ctx.tx)
}
