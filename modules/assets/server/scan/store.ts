import { HengError, notFound } from '@heng/contract'
import { authorise, createRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { IdentifierKind } from '../identifier/normalise.ts'
import type { Candidate } from './candidate.ts'
import { changesWith, isChanging, type Judged } from './judge.ts'
import type { Possible } from './match.ts'
import type { ReadReport } from './read.ts'
import { assetScan } from './register.ts'
import type { StandingAsset } from './standing.ts'

export type Decision = 'create' | 'update' | 'skip'

export interface Scan {
  readonly id: string
  readonly reference: string
  readonly version: number
  readonly fileName: string
  readonly state: 'open' | 'applied' | 'discarded'
  readonly scannedAt: string | null
  readonly startedBy: string | null
  readonly job: string | null
}

export interface HostRow {
  readonly line: number
  readonly candidate: Candidate
  readonly judged: Judged
  readonly decision: Decision | null
  readonly target: string | null
  readonly result: string | null
}

/** The scan register is written by its verbs, under the caller's name, never by the general verbs of a register. */
export const asVerb = (ctx: Ctx): Ctx => ({ ...ctx, caller: { ...ctx.caller, system: true } })

/** Throws `notFound` for a scan that the caller may not see, `assetScan.closed` where it must be open and is not. */
export const scanOf = async (ctx: Ctx, id: string, permission: 'assetScan:read' | 'assetScan:run', mustBeOpen = false): Promise<Scan> => {
  const { rows } = await sql<Scan>`select id, reference, version, file_name as "fileName", state, scanned_at as "scannedAt", started_by as "startedBy", job
    from asset_scan where org_id = ${ctx.org.id} and id = ${id} ${mustBeOpen ? sql`for update` : sql``}`.execute(ctx.tx)
  const [scan] = rows
  if (scan === undefined) throw notFound('assetScan')
  authorise(ctx, permission, { ownerIds: [scan.startedBy] })
  if (mustBeOpen && scan.state !== 'open') throw new HengError('assetScan.closed', { status: 409 })
  return scan
}

const standardDecision: Readonly<Record<Judged['verdict'], Decision | null>> = { new: 'create', match: 'update', possible: null, elsewhere: 'skip' }

const stored = (host: Candidate, judged: Judged, known: ReadonlyMap<string, StandingAsset>) => {
  const changes = changesWith(host, judged.asset, known)
  return {
    line: judged.line, verdict: judged.verdict, asset: judged.asset, by_kind: judged.by?.kind ?? null, by_value: judged.by?.value ?? null,
    candidates: judged.candidates, changing: changes !== null && isChanging(changes), decision: standardDecision[judged.verdict], target: judged.asset,
  }
}
const shape = sql`line integer, verdict text, asset uuid, by_kind text, by_value text, candidates jsonb, changing boolean, decision text, target uuid`
const chunk = 1_000

/** Keeps what was read of a report, with what was found out about each host. */
export const insertScan = async (ctx: Ctx, fileName: string, report: ReadReport, judged: readonly Judged[], known: ReadonlyMap<string, StandingAsset>): Promise<string> => {
  const { scan, hosts } = report
  const command = scan.args?.replace(/\p{Cc}+/gu, ' ').trim().slice(0, 4_000)
  const [row] = await createRecords(asVerb(ctx), assetScan, [{
    fileName, state: 'open', scannedAt: report.scannedAt, hosts: hosts.length, startedBy: ctx.caller.personId,
    scanner: [scan.scanner, scan.version].filter(Boolean).join(' ').replace(/\p{Cc}+/gu, ' ').slice(0, 200), command: command === undefined || command === '' ? null : command,
    ignored: report.ignored, ambiguous: report.ambiguous, partial: report.partial,
  }])
  await sql`update asset_scan set asked = ${JSON.stringify(scan.asked ?? [])}::jsonb where org_id = ${ctx.org.id} and id = ${row!.id}`.execute(ctx.tx)
  for (let from = 0; from < hosts.length; from += chunk) {
    const rows = hosts.slice(from, from + chunk).map((host, i) => ({ candidate: { ...host, asked: undefined }, ...stored(host, judged[from + i]!, known) }))
    await sql`insert into asset_scan_host (org_id, scan, candidate, line, verdict, asset, by_kind, by_value, candidates, changing, decision, target)
      select ${ctx.org.id}, ${row!.id}, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(candidate jsonb, ${shape})`.execute(ctx.tx)
  }
  return row!.id
}

interface RawHost extends Omit<HostRow, 'judged' | 'candidate'> {
  readonly candidate: Omit<Candidate, 'asked'>
  readonly verdict: Judged['verdict']
  readonly asset: string | null
  readonly by_kind: IdentifierKind | null
  readonly by_value: string | null
  readonly candidates: Possible[]
}

export const hostsOf = async (ctx: Ctx, scan: string, where = sql`true`, limit = 1_000_000): Promise<HostRow[]> => {
  // Once for all hosts: it may be as long as everything else about a host.
  const { rows: scans } = await sql<{ asked: Candidate['asked'] }>`select asked from asset_scan where org_id = ${ctx.org.id} and id = ${scan}`.execute(ctx.tx)
  const asked = scans[0]?.asked ?? []
  const { rows } = await sql<RawHost>`select line, candidate, verdict, asset, by_kind, by_value, candidates, decision, target, result
    from asset_scan_host where org_id = ${ctx.org.id} and scan = ${scan} and ${where} order by line limit ${limit}`.execute(ctx.tx)
  return rows.map(({ verdict, asset, by_kind: kind, by_value: value, candidates, candidate, ...rest }) => ({
    ...rest, candidate: { ...candidate, asked }, judged: { line: rest.line, verdict, asset, by: kind === null ? null : { kind, value: value! }, candidates },
  }))
}

/** Writes what was found out anew about hosts; a decision that rested on the old finding is taken back. */
export const updateJudged = async (ctx: Ctx, scan: string, hosts: readonly HostRow[], judged: readonly Judged[], known: ReadonlyMap<string, StandingAsset>): Promise<void> => {
  const candidates = new Map(hosts.map(({ line, candidate }) => [line, candidate]))
  for (let from = 0; from < judged.length; from += chunk) {
    const rows = judged.slice(from, from + chunk).map((one) => stored(candidates.get(one.line)!, one, known))
    await sql`update asset_scan_host h set verdict = r.verdict, asset = r.asset, by_kind = r.by_kind, by_value = r.by_value, candidates = r.candidates,
        changing = r.changing, decision = r.decision, target = r.target
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(${shape})
      where h.org_id = ${ctx.org.id} and h.scan = ${scan} and h.line = r.line`.execute(ctx.tx)
  }
}

