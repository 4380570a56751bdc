import { HengError, invalid } from '@heng/contract'
import type { Mapping } from '@heng/engine-scanners'
import type { FileRow } from '@heng/records/contract'
import { attachFile, holdFiles, uploadedFile } from '@heng/records/reads'
import { authorise, createRecords, present, startJob, type Ctx, type StoredRow } from '@heng/server-kit'
import { sql } from 'kysely'
import type { scanSources } from '../../contract/index.ts'
import { asRoom } from '../asRoom.ts'
import type { ScanJob } from './job.ts'
import { vulnerabilityScan } from './register.ts'

/** How a report is to be read, where that is said. */
export interface Reading {
  readonly tool?: string | undefined
  readonly mapping?: Mapping | undefined
  readonly partial: boolean
}
export interface Begin extends Reading {
  readonly file: string
  readonly coverage: 'whole' | 'part'
  readonly scannedAt?: string | undefined
  readonly asset?: string | undefined
  readonly series?: string | undefined
}

/** An asset that the caller may read. */
export const requireAsset = async (ctx: Ctx, id: string): Promise<void> => {
  const { rows } = await sql<{ unit: string | null; owner: string | null; custodian: string | null }>`select unit, owner, custodian from asset where org_id = ${ctx.org.id} and id = ${id} and archived_at is null`.execute(ctx.tx)
  if (rows[0] === undefined) throw invalid('asset', 'reference')
  authorise(ctx, 'asset:read', { unitId: rows[0].unit, ownerIds: [rows[0].owner, rows[0].custodian] })
}

/** The same report a second time would only say the same: refused while the first one stands. Throws `vulnerabilityScan.already`. */
export const refuseTwice = async (ctx: Ctx, sha256: string, { asset = null, series = null }: { asset?: string | null; series?: string | null }): Promise<void> => {
  const { rows } = await sql<{ reference: string }>`select reference from vulnerability_scan where org_id = ${ctx.org.id} and sha256 = ${sha256} and state in ('waiting', 'running', 'done')
    and asset is not distinct from ${asset} and series is not distinct from ${series} limit 1`.execute(ctx.tx)
  if (rows[0] !== undefined) throw new HengError('vulnerabilityScan.already', { status: 409, params: { reference: rows[0].reference } })
}

/** Starts the job that takes a scan's report in. */
export const startReading = async (ctx: Ctx, job: ScanJob): Promise<void> => {
  const id = await startJob(ctx, 'vulnerabilities.scan', job, job.bytes)
  await sql`update vulnerability_scan set job = ${id} where org_id = ${ctx.org.id} and id = ${job.scan}`.execute(ctx.tx)
}

/** Enters a report that lies in the store and starts taking it in; `id` where the scan's id is known already. */
export const enter = async (ctx: Ctx, file: FileRow, source: (typeof scanSources)[number], input: Omit<Begin, 'file'> & { readonly id?: string }): Promise<StoredRow> => {
  await refuseTwice(ctx, file.sha256, input)
  const [row] = await createRecords(asRoom(ctx), vulnerabilityScan, [{
    ...(input.id === undefined ? {} : { id: input.id }), fileName: file.name.slice(0, 200), state: 'waiting', coverage: input.coverage, asset: input.asset ?? null, series: input.series ?? null, source,
    startedBy: ctx.caller.personId, file: file.id, sha256: file.sha256,
  }])
  // Whoever may read the scan may download its report, and nobody takes it off. That of a penetration test hangs on the test as well, right after the request.
  if (source !== 'penetrationTest') await attachFile(asRoom(ctx), { noun: 'vulnerabilityScan', recordId: row!.id, fileId: file.id })
  await startReading(ctx, { scan: row!.id, tool: input.tool ?? null, mapping: input.mapping ?? null, partial: input.partial, scannedAt: input.scannedAt ?? null, bytes: file.size })
  return row!
}

/** Keeps the report as evidence and starts taking it in. Throws `vulnerabilityScan.already`. */
export const begin = async (ctx: Ctx, input: Begin) => {
  authorise(ctx, 'vulnerabilityScan:run', { ownerIds: [ctx.caller.personId] })
  const file = await uploadedFile(ctx, input.file)
  if (input.asset !== undefined) await requireAsset(ctx, input.asset)
  if (input.scannedAt !== undefined && new Date(input.scannedAt) > ctx.now) throw invalid('scannedAt', 'future')
  const row = await enter(ctx, file, ctx.origin.via === 'web' ? 'upload' : 'api', input)
  await holdFiles(ctx, [file.id], 'vulnerabilities')
  return present(ctx, vulnerabilityScan, row) as never
}
