import type { Actor } from '@heng/testkit'
import { operations } from '@heng/operations/contract'

/** Waits until a job is over; answers it as it then stands. */
export const over = async (who: Actor, id: string) => {
  for (let tries = 0; tries < 12_000; tries += 1) {
    const job = await who.call(operations.job.get, { id })
    if (!['waiting', 'running'].includes(job.state)) return job
    await new Promise((done) => setTimeout(done, 25))
  }
  throw new Error('the job does not end')
}
