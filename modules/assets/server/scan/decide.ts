import { HengError } from '@heng/contract'
import { updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { busy } from './busy.ts'
import { changesWith, isChanging, judgeHosts, sameJudgement, type Judged } from './judge.ts'
import { assetScan } from './register.ts'
import { standing } from './standing.ts'
import { asVerb, hostsOf, scanOf, updateJudged, type Decision, type HostRow } from './store.ts'

interface Input {
  readonly id: string
  readonly lines?: readonly number[]
  readonly verdict?: 'new' | 'match' | 'possible' | 'elsewhere'
  readonly decision: Decision | null
  readonly asset?: string
}

/**
 * Decides what hosts become; nothing is written to the register yet. Only hosts that are recognised, or for which the
 * asset is named, can be updates; a host that is an asset elsewhere can only be left out. Set-based.
 */
export const decide = async (ctx: Ctx, { id, lines, verdict, decision, asset }: Input) => {
  const scan = await scanOf(ctx, id, 'assetScan:run', true)
  await busy(ctx, scan)
  if (lines === undefined && verdict === undefined) throw new HengError('invalid', { fields: [{ path: 'lines', code: 'required' }] })
  const chosen = await hostsOf(ctx, id, sql`(${lines ?? null}::int[] is null or line = any(${lines ?? null}::int[])) and (${verdict ?? null}::text is null or verdict = ${verdict ?? null})`)
  if (chosen.some(({ judged }) => judged.verdict === 'elsewhere') && decision !== 'skip') throw new HengError('assetScan.elsewhere', { status: 409 })
  if (asset !== undefined && chosen.length !== 1) throw new HengError('invalid', { fields: [{ path: 'asset', code: 'custom' }] })
  const targetOf = (judged: { readonly asset: string | null }) => (decision === 'update' ? (asset ?? judged.asset) : judged.asset)
  const targets = chosen.flatMap(({ judged }) => targetOf(judged) ?? [])
  const known = decision === 'update' ? await standing(ctx, [], targets) : new Map<string, never>()
  const rows = chosen.map(({ line, candidate, judged }) => {
    const target = targetOf(judged)
    if (decision !== 'update') return { line, target, changing: false }
    if (target === null) throw new HengError('assetScan.assetNeeded', { fields: [{ path: 'asset', code: 'required' }] })
    const stands = known.get(target)
    if (stands === undefined || !stands.writable) throw new HengError('invalid', { fields: [{ path: 'asset', code: 'reference' }] })
    const changes = changesWith(candidate, target, known)
    return { line, target, changing: changes !== null && isChanging(changes) }
  })
  await refuseTaken(ctx, id, rows, decision)
  await sql`update asset_scan_host h set decision = ${decision}, target = r.target, changing = r.changing
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line integer, target uuid, changing boolean)
    where h.org_id = ${ctx.org.id} and h.scan = ${id} and h.line = r.line`.execute(ctx.tx)
  return { decided: rows.length }
}

/** One asset takes one host of a scan. */
const refuseTaken = async (ctx: Ctx, id: string, rows: readonly { readonly line: number; readonly target: string | null }[], decision: Decision | null): Promise<void> => {
  if (decision !== 'update') return
  const { rows: taken } = await sql<{ line: number }>`select h.line from asset_scan_host h
    join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(line integer, target uuid) on r.target = h.target and r.line <> h.line
    where h.org_id = ${ctx.org.id} and h.scan = ${id} and h.decision = 'update' limit 1`.execute(ctx.tx)
  if (taken.length > 0) throw new HengError('assetScan.assetTaken', { status: 409, params: { line: taken[0]!.line }, fields: [{ path: 'asset', code: 'duplicate' }] })
}

/** Compares with the register anew; hosts whose finding changed get its standard decision. */
export const check = async (ctx: Ctx, { id }: { id: string }) => {
  const scan = await scanOf(ctx, id, 'assetScan:run', true)
  await busy(ctx, scan)
  return { changed: await recheck(ctx, id) }
}

/** How many findings changed, or can no longer be written as decided; they are written anew. */
export const recheck = async (ctx: Ctx, id: string): Promise<number> => {
  const hosts = await hostsOf(ctx, id)
  const { judged, known } = await judgeHosts(ctx, hosts.map(({ candidate }) => candidate), hosts.flatMap(({ target }) => target ?? []))
  const recognised = new Set(judged.map(({ asset }) => asset))
  // An asset that a person chose for a host: gone, no longer the caller's, or recognised as another host since.
  const lost = ({ decision, target }: HostRow, { asset }: Judged): boolean =>
    decision === 'update' && target !== null && target !== asset && (known.get(target)?.writable !== true || recognised.has(target))
  const changed = judged.filter((one, i) => !sameJudgement(one, hosts[i]!.judged) || lost(hosts[i]!, one))
  await updateJudged(ctx, id, hosts, changed, known)
  return changed.length
}

export const discard = async (ctx: Ctx, { id, version }: { id: string; version: number }) => {
  const scan = await scanOf(ctx, id, 'assetScan:run', true)
  await busy(ctx, scan)
  await updateRecords(asVerb(ctx), assetScan, [{ id, version, values: { state: 'discarded' } }])
  await sql`delete from asset_scan_host where org_id = ${ctx.org.id} and scan = ${id}`.execute(ctx.tx)
  return {}
}
