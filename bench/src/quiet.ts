import type { Composition } from '@heng/composition'
import { operations } from '@heng/operations/contract'
import { setTimeout as pause } from 'node:timers/promises'
import type { Member } from './bench.ts'

/** Waits for a job of the jobs page; throws unless it succeeds. */
export const jobDone = async (member: Member, jobId: string): Promise<void> => {
  for (;;) {
    const job = await member.call(operations.job.get, { id: jobId })
    if (job.state === 'done') return
    if (job.state === 'failed' || job.state === 'cancelled') throw new Error(`job ${job.kind} ${job.state}: ${JSON.stringify(job.error)}`)
    await pause(50)
  }
}

/** Waits until nothing is left in the queue and every event was delivered, so that no work runs beside a measure. */
export const quiet = async ({ kit }: Composition): Promise<void> => {
  for (;;) {
    const { rows } = await kit.pool.query<{ n: number }>(`select (select count(*) from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts)
      + (select count(*) from outbox where done_at is null) as n`)
    if (Number(rows[0]!.n) === 0) return
    await pause(10)
  }
}
