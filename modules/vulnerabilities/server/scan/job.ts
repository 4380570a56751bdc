import type { Mapping } from '@heng/engine-scanners'
import { updateRecords, JobCancelled, rowsByIds, type JobRun } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { vulnerabilityScan } from './register.ts'
import { takeIn } from './takeIn.ts'

export interface ScanJob {
  readonly scan: string
  readonly tool: string | null
  readonly mapping: Mapping | null
  readonly partial: boolean
  readonly scannedAt: string | null
  readonly bytes: number
}

/** The job: one transaction with the rights of whoever started it. What went wrong leaves the scan as failed, without anything of it. */
export const runScan = async (run: JobRun): Promise<unknown> => {
  const { scan, tool, mapping, partial, scannedAt, bytes } = run.input as ScanJob
  const end = (state: 'running' | 'failed' | 'cancelled') => run.transaction((ctx) => updateRecords(asRoom(ctx), vulnerabilityScan, [{ id: scan, values: { state } }]))
  await end('running')
  try {
    return await run.asStarter(async (ctx) => {
      const [row] = await rowsByIds(ctx, vulnerabilityScan, [scan])
      const text = (key: string) => row![key] as string
      return takeIn(ctx, {
        scan: { id: scan, reference: row!.reference, fileName: text('fileName'), sha256: text('sha256'), coverage: text('coverage'), asset: row!.asset as string | null, series: row!.series as string | null, source: text('source') },
        tool: tool ?? undefined, mapping: mapping ?? undefined, partial, scannedAt: scannedAt === null ? null : new Date(scannedAt), progress: (done) => run.progress(Math.min(done, bytes), bytes),
      })
    })
  } catch (error) {
    await end(error instanceof JobCancelled ? 'cancelled' : 'failed')
    throw error
  }
}
