import { HengError } from '@heng/contract'
import type { Ctx } from '@heng/server-kit'
import { jobOf } from './job.ts'
import type { Scan } from './store.ts'

/** Throws `assetScan.busy` while what was decided is being written. */
export const busy = async (ctx: Ctx, { job }: Scan): Promise<void> => {
  const state = job === null ? null : await jobOf(ctx, job)
  if (state?.state === 'waiting' || state?.state === 'running') throw new HengError('assetScan.busy', { status: 409 })
}
