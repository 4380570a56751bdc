import { HengError } from '@heng/contract'
import { createRecords, emit, updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { asset } from '../asset/register.ts'
import { withSource } from '../identifier/sources.ts'
import { changesOf } from './changes.ts'
import { judgeHosts, sameJudgement } from './judge.ts'
import { assetScan } from './register.ts'
import { confirmSources, noteIdentifiers, noteResults, type Written } from './seen.ts'
import type { StandingAsset } from './standing.ts'
import { asVerb, hostsOf, scanOf, type HostRow, type Scan } from './store.ts'

const chunk = 500

/** What new assets get from whoever imports them. */
export interface Given {
  readonly unit: string | null
  readonly owner: string | null
}
export interface Figures {
  readonly created: number
  readonly updated: number
  readonly skipped: number
}

/**
 * Writes what was decided about the hosts of a scan, in the caller's transaction and with the caller's rights. Throws
 * `assetScan.stale` when the register is not what it was when the hosts were compared with it.
 */
export const writeScan = async (ctx: Ctx, id: string, given: Given, progress: (done: number, total: number) => Promise<void>): Promise<Figures> => {
  const scan = await scanOf(ctx, id, 'assetScan:run', true)
  // Two imports at once could both take the same host for a new one.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`assetScan ${ctx.org.id}`}, 0))`.execute(ctx.tx)
  const hosts = await hostsOf(ctx, id)
  const { judged, known } = await judgeHosts(ctx, hosts.map(({ candidate }) => candidate), hosts.flatMap(({ target }) => target ?? []))
  const meant = hosts.filter(({ decision }) => decision === 'create' || decision === 'update')
  const stale = hosts.filter((host, i) => (host.decision === 'create' || host.decision === 'update') && !sameJudgement(host.judged, judged[i]!)).length
  if (stale > 0) throw new HengError('assetScan.stale', { status: 409, params: { count: stale } })
  const seen = seenAt(ctx, scan)
  const noted = withSource(ctx, `scan:${scan.reference}`, seen)
  const reason = `${scan.reference} ${scan.fileName}`
  let [created, updated] = [0, 0]
  for (let from = 0; from < meant.length; from += chunk) {
    const part = meant.slice(from, from + chunk)
    const added = await createAssets(noted, part.filter(({ decision }) => decision === 'create'), given, reason)
    const changed = await updateAssets(noted, part.filter(({ decision }) => decision === 'update'), known, reason)
    await noteIdentifiers(ctx, [...added, ...changed], { source: `scan:${scan.reference}`, seen, reason })
    await confirmSources(ctx, changed, seen)
    await noteResults(ctx, id, [...added, ...changed])
    created += added.length
    updated += changed.length
    await progress(from + part.length, meant.length)
  }
  const skipped = hosts.length - meant.length
  await updateRecords(asVerb(ctx), assetScan, [{ id, values: { state: 'applied', created, updated, skipped, appliedAt: ctx.now.toISOString() } }])
  await emit(ctx, 'assetScan.applied', { id, created, updated })
  return { created, updated, skipped }
}

/** The time of the scan; now where the report has none, or one from a clock that runs ahead. */
const seenAt = (ctx: Ctx, { scannedAt }: Scan): Date => {
  const at = scannedAt === null ? ctx.now : new Date(scannedAt)
  return at > ctx.now ? ctx.now : at
}

const createAssets = async (ctx: Ctx, hosts: readonly HostRow[], given: Given, reason: string): Promise<Written[]> => {
  const inputs = hosts.map(({ candidate }) => ({
    id: v7(), tier: 'component', lifecycle: 'inUse', name: candidate.name, type: candidate.type?.code ?? null, description: candidate.description === '' ? null : candidate.description, ...given,
  }))
  const rows = await createRecords(ctx, asset, inputs, reason)
  return rows.map((row, i) => ({ host: hosts[i]!, asset: row.id, reference: row.reference, version: row.version, added: hosts[i]!.candidate.identifiers, confirmed: [] }))
}

const updateAssets = async (ctx: Ctx, hosts: readonly HostRow[], known: ReadonlyMap<string, StandingAsset>, reason: string): Promise<Written[]> => {
  const plans = hosts.map((host) => {
    const stands = known.get(host.target ?? '')
    // The asset that a person chose may have been archived, or have gone to a unit that is none of the caller's business.
    if (stands === undefined || !stands.writable) throw new HengError('assetScan.stale', { status: 409, params: { count: 1 } })
    return { host, changes: changesOf(host.candidate, stands), stands }
  })
  const values = ({ fields }: (typeof plans)[number]['changes']) => Object.fromEntries(Object.entries(fields).map(([field, { after }]) => [field, after]))
  const rows = await updateRecords(ctx, asset, plans.filter(({ changes }) => Object.keys(changes.fields).length > 0).map(({ stands, changes }) => ({ id: stands.id, version: stands.version, values: values(changes) })), reason)
  const versions = new Map(rows.map((row) => [row.id, row.version]))
  return plans.map(({ host, changes, stands }) => ({
    host, asset: stands.id, reference: stands.reference, version: versions.get(stands.id) ?? stands.version, added: changes.added,
    confirmed: [...stands.scanned].filter((field) => !(field in changes.fields) && stands.fields[field] !== null),
  }))
}
