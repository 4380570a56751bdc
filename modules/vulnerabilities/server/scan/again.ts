import { HengError, notFound } from '@heng/contract'
import { authorise, present, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { asRoom } from '../asRoom.ts'
import { refuseTwice, startReading, type Reading } from './begin.ts'
import type { ScanJob } from './job.ts'
import { vulnerabilityScan } from './register.ts'

/** Reads a report that failed, or was stopped, once more in another way. Throws `vulnerabilityScan.notOver`, `vulnerabilityScan.already`. */
export const again = async (ctx: Ctx, { id, tool, mapping, partial }: Reading & { readonly id: string }) => {
  const [row] = await rowsByIds(ctx, vulnerabilityScan, [id], true)
  if (row === undefined) throw notFound('vulnerabilityScan')
  authorise(ctx, 'vulnerabilityScan:run', { ownerIds: [row.startedBy as string | null] })
  const { rows } = await sql<{ input: ScanJob; ended: boolean }>`select j.input, j.state in ('failed', 'cancelled') as ended from vulnerability_scan s join job j on j.org_id = s.org_id and j.id = s.job
    where s.org_id = ${ctx.org.id} and s.id = ${id}`.execute(ctx.tx)
  const [last] = rows
  if (last?.ended !== true || row.state === 'done') throw new HengError('vulnerabilityScan.notOver', { status: 409, params: { reference: row.reference } })
  // One that was stopped before it began still says that it waits, and would refuse itself.
  await updateRecords(asRoom(ctx), vulnerabilityScan, [{ id, values: { state: 'failed' } }])
  await refuseTwice(ctx, row.sha256 as string, { asset: row.asset as string | null, series: row.series as string | null })
  const [updated] = await updateRecords(asRoom(ctx), vulnerabilityScan, [{ id, values: { state: 'waiting' } }])
  await startReading(ctx, { ...last.input, tool: tool ?? null, mapping: mapping ?? null, partial })
  return present(ctx, vulnerabilityScan, updated!) as never
}
