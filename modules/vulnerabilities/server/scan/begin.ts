import { HengError, invalid } from '@heng/contract'
import { holdFiles, uploadedFile } from '@heng/records/reads'
import { authorise, createRecords, present, startJob, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asRoom } from '../asRoom.ts'
import type { ScanJob } from './job.ts'
import { vulnerabilityScan } from './register.ts'

export interface Begin {
  readonly file: string
  readonly tool?: string | undefined
  readonly coverage: 'whole' | 'part'
  readonly scannedAt?: string | undefined
  readonly asset?: string | undefined
  readonly series?: string | undefined
  readonly partial: boolean
}

const requireAsset = async (ctx: Ctx, id: string): Promise<void> => {
  const { rows } = await sql<{ unit: string | null; owner: string | null; custodian: string | null }>`select unit, owner, custodian from asset where org_id = ${ctx.org.id} and id = ${id} and archived_at is null`.execute(ctx.tx)
  if (rows[0] === undefined) throw invalid('asset', 'reference')
  authorise(ctx, 'asset:read', { unitId: rows[0].unit, ownerIds: [rows[0].owner, rows[0].custodian] })
}

/** The same report a second time would only say the same: refused while the first one stands. */
const refuseTwice = async (ctx: Ctx, sha256: string, { asset = null, series = null }: { asset?: string | null; series?: string | null }): Promise<void> => {
  const { rows } = await sql<{ reference: string }>`select reference from vulnerability_scan where org_id = ${ctx.org.id} and sha256 = ${sha256} and state in ('waiting', 'running', 'done')
    and asset is not distinct from ${asset} and series is not distinct from ${series} limit 1`.execute(ctx.tx)
  if (rows[0] !== undefined) throw new HengError('vulnerabilityScan.already', { status: 409, params: { reference: rows[0].reference } })
}

/** Keeps the report as evidence and starts taking it in. Throws `vulnerabilityScan.already`. */
export const begin = async (ctx: Ctx, input: Begin) => {
  authorise(ctx, 'vulnerabilityScan:run', { ownerIds: [ctx.caller.personId] })
  const file = await uploadedFile(ctx, input.file)
  if (input.asset !== undefined) await requireAsset(ctx, input.asset)
  if (input.scannedAt !== undefined && new Date(input.scannedAt) > ctx.now) throw invalid('scannedAt', 'future')
  await refuseTwice(ctx, file.sha256, input)
  const [row] = await createRecords(asRoom(ctx), vulnerabilityScan, [{
    fileName: file.name.slice(0, 200), state: 'waiting', coverage: input.coverage, asset: input.asset ?? null, series: input.series ?? null, source: ctx.origin.via === 'web' ? 'upload' : 'api',
    startedBy: ctx.caller.personId, file: file.id, sha256: file.sha256,
  }])
  await holdFiles(ctx, [file.id], 'vulnerabilities')
  const job: ScanJob = { scan: row!.id, tool: input.tool ?? null, partial: input.partial, scannedAt: input.scannedAt ?? null, bytes: file.size }
  const jobId = await startJob(ctx, 'vulnerabilities.scan', job, file.size)
  await sql`update vulnerability_scan set job = ${jobId} where org_id = ${ctx.org.id} and id = ${row!.id}`.execute(ctx.tx)
  return present(ctx, vulnerabilityScan, row!) as never
}
