import { availableParallelism } from 'node:os'
import type { Simulated } from '@heng/engine-loss'
import { createPool, type Pool, type Pooled } from './pool.ts'

/** Workers of the process that are kept: some for people who wait at their screen, the others for long work. */
export type Purpose = 'now' | 'later'

const mostWorkers = 8
const pools = new Map<Purpose, Pool>()

const poolFor = (purpose: Purpose): Pool => {
  const known = pools.get(purpose)
  if (known !== undefined) return known
  const made = createPool(Math.min(mostWorkers, availableParallelism()), { background: true })
  pools.set(purpose, made)
  return made
}

/**
 * Simulates in worker threads that the whole process shares, started by the first question: short ones (`now`) never wait behind long ones (`later`).
 * A pool that has failed is replaced for the next question.
 */
export const simulateIn = async (purpose: Purpose, wanted: Pooled): Promise<Simulated> => {
  const pool = poolFor(purpose)
  try {
    return await pool.simulate(wanted)
  } catch (error) {
    if (wanted.signal?.aborted !== true) {
      pools.delete(purpose)
      void pool.close()
    }
    throw error
  }
}
