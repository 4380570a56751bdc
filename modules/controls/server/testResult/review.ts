import { HengError, notFound } from '@heng/contract'
import { authorise, emit, resourceOf, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { shown } from '../shown.ts'
import { testResult } from './register.ts'

/** Somebody who neither performed nor concluded a test confirms it. Who does not agree has it corrected by another result. */
export const review = async (ctx: Ctx, { id, version, note }: { id: string; version: number; note?: string }) => {
  const [row] = await rowsByIds(ctx, testResult, [id], true)
  if (row === undefined) throw notFound('testResult')
  authorise(ctx, 'testResult:review', resourceOf(testResult, row))
  if (row.state !== 'concluded') throw new HengError('testResult.notConcluded', { status: 409, params: { reference: row.reference } })
  if (ctx.caller.personId === row.concludedBy || ctx.caller.personId === row.performedBy) throw new HengError('testResult.fourEyes', { status: 403 })
  const [saved] = await updateRecords(asRoom(ctx), testResult, [{
    id, version, values: { state: 'reviewed', reviewedBy: ctx.caller.personId, reviewedAt: ctx.now.toISOString(), reviewNote: note === '' ? null : (note ?? null) },
  }], note, 'updated', { recordedAs: 'reviewed' })
  await emit(ctx, 'testResult.reviewed', { ids: [id] })
  return shown(ctx, testResult, saved!)
}
