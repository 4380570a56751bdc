import { updateRecords, type Ctx } from '@heng/server-kit'
import { asRoom } from '../asRoom.ts'
import { unbear } from './bear.ts'
import { loadIn, shown } from './load.ts'
import { vulnerabilityException } from './register.ts'

/** Ends an acceptance before its day: what it bore is open again. */
export const end = async (ctx: Ctx, { id, version, reason }: { id: string; version: number; reason: string }) => {
  const row = await loadIn(ctx, { id, version }, 'approved')
  await unbear(ctx, row, `${row.reference}: ${reason}`.slice(0, 2_000))
  const [saved] = await updateRecords(asRoom(ctx), vulnerabilityException, [{ id, values: { state: 'ended' } }], reason, 'updated', { recordedAs: 'ended' })
  return shown(ctx, saved!)
}
