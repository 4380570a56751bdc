import { HengError } from '@heng/contract'
import { startJob, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { isUnderWay, jobOf, storedEffect } from './effect.ts'
import { setFor } from './store.ts'

/** Starts to apply an approved set. A second time is refused, while it runs and afterwards. */
export const apply = async (ctx: Ctx, { id, version }: { id: string; version: number }) => {
  const set = await setFor(ctx, id, { permission: 'changeSet:apply', lock: true })
  if (set.state === 'applied' || set.state === 'reverted') throw new HengError('changes.alreadyApplied', { status: 409, params: { reference: set.reference } })
  await setFor(ctx, id, { permission: 'changeSet:apply', version, states: ['approved'] })
  const { applyJob } = await storedEffect(ctx, id)
  if (isUnderWay(await jobOf(ctx, applyJob))) throw new HengError('changes.applying', { status: 409, params: { reference: set.reference } })
  const jobId = await startJob(ctx, 'changes.apply', { set: id }, set.items as number)
  await sql`update change_set set apply_job = ${jobId} where org_id = ${ctx.org.id} and id = ${id}`.execute(ctx.tx)
  return { jobId }
}
