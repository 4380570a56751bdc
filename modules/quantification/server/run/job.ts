import { JobCancelled, rowsByIds, updateRecords, type JobHandler } from '@heng/server-kit'
import type { FrozenRun } from '../../contract/index.ts'
import { watched } from '../quantification/simulateJob.ts'
import { lossRun } from './register.ts'
import { simulateFrozen } from './simulate.ts'

/** Percent of each of the three bases. */
const total = 300

/** Simulates a run from what it froze: begun anew after a restart it comes to the same. */
export const simulateRun: JobHandler = async ({ input, transaction, progress }) => {
  const { id } = input as { readonly id: string }
  const finish = (values: Readonly<Record<string, unknown>>) => transaction((ctx) => updateRecords(ctx, lossRun, [{ id, values }], undefined, 'updated', { recordedAs: 'simulated' }))
  const [row] = await transaction((ctx) => rowsByIds(ctx, lossRun, [id]))
  if (row === undefined || row.state !== 'waiting') return { risks: 0 }
  const frozen = row.frozen as FrozenRun
  try {
    const results = await watched(progress, total, 0, (told, signal) => simulateFrozen(frozen, { signal, progress: (done, of) => told((total * done) / of, 1) }))
    await finish({ results, state: 'done' })
    await progress(total, total)
    return { risks: frozen.risks.length }
  } catch (error) {
    if (error instanceof JobCancelled) await finish({ state: 'cancelled' })
    throw error
  }
}
