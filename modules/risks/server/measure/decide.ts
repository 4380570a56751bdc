import { notFound } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { shown } from '../shown.ts'
import { measure } from './register.ts'
import { checkVerifier, type MeasureState } from './rules.ts'

/** Confirms that a finished measure works; from the next rating on it counts as existing. */
export const verify = async (ctx: Ctx, { id, version, outcome }: { id: string; version: number; outcome: string }) => {
  const [row] = await rowsByIds(ctx, measure, [id], true)
  if (row === undefined) throw notFound('treatmentMeasure')
  authorise(ctx, 'treatmentMeasure:verify', resourceOf(measure, row))
  checkVerifier(row.state as MeasureState, row.owner as string | null, ctx.caller.personId)
  const values = { state: 'verified', outcome, verifiedAt: ctx.now.toISOString(), verifiedBy: ctx.caller.personId }
  const [saved] = await updateRecords(asRoom(ctx), measure, [{ id, version, values }], outcome, 'updated', { recordedAs: 'verified' })
  return shown(ctx, measure, saved!)
}

export const cancel = async (ctx: Ctx, { id, version, reason }: { id: string; version: number; reason: string }) => {
  const [saved] = await updateRecords(ctx, measure, [{ id, version, values: { state: 'cancelled', outcome: reason } }], reason, 'updated', { recordedAs: 'cancelled' })
  return shown(ctx, measure, saved!)
}
