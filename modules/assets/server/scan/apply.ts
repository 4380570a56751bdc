import { HengError } from '@heng/contract'
import { allows, startJob, type Ctx, type JobRun } from '@heng/server-kit'
import { sql } from 'kysely'
import { busy } from './busy.ts'
import { recheck } from './decide.ts'
import { scanOf } from './store.ts'
import { writeScan } from './write.ts'

interface Input {
  readonly id: string
  readonly version: number
  readonly unit?: string
  readonly owner?: string
}

/** Starts the writing of what was decided: a job, in one transaction, with the caller's rights. */
export const apply = async (ctx: Ctx, { id, version, unit, owner }: Input) => {
  const scan = await scanOf(ctx, id, 'assetScan:run', true)
  await busy(ctx, scan)
  if (scan.version !== version) throw new HengError('versionConflict', { status: 409 })
  const { rows } = await sql<{ decision: string; n: number }>`select decision, count(*)::int as n from asset_scan_host
    where org_id = ${ctx.org.id} and scan = ${id} and decision in ('create', 'update') group by 1`.execute(ctx.tx)
  if (rows.length === 0) throw new HengError('assetScan.nothing', { status: 409 })
  const creates = rows.some(({ decision }) => decision === 'create')
  if (creates && !allows(ctx, 'asset:write', { unitId: unit ?? null, ownerIds: [owner] })) throw new HengError('assetScan.unitNeeded', { fields: [{ path: 'unit', code: 'required' }] })
  const jobId = await startJob(ctx, 'assets.scan', { scan: id, unit: unit ?? null, owner: owner ?? null }, rows.reduce((sum, { n }) => sum + n, 0))
  await sql`update asset_scan set job = ${jobId} where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  return { jobId }
}

interface JobInput {
  readonly scan: string
  readonly unit: string | null
  readonly owner: string | null
}

/** The job: all or nothing. A register that changed since it was looked at stops it, and the hosts are compared anew. */
export const runApply = async (run: JobRun): Promise<unknown> => {
  const input = run.input as JobInput
  try {
    return await run.asStarter((ctx) => writeScan(ctx, input.scan, { unit: input.unit, owner: input.owner }, run.progress))
  } catch (error) {
    if (error instanceof HengError && error.code === 'assetScan.stale') await run.asStarter((ctx) => recheck(ctx, input.scan))
    throw error
  }
}
