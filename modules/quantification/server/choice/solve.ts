import { engineVersion } from '@heng/engine-loss'
import { optimise } from '@heng/optimisation'
import { JobCancelled, rowsByIds, updateRecords, type JobHandler } from '@heng/server-kit'
import { simulateIn } from '@heng/simulation'
import type { ChoiceResults, FrozenChoice, FrozenRun, Reduction } from '../../contract/index.ts'
import { modelsOf } from '../model/bases.ts'
import { watched } from '../quantification/simulateJob.ts'
import { lossRun } from '../run/register.ts'
import { correlationsOf } from '../run/simulate.ts'
import { measureChoice } from './register.ts'
import { problemOf } from './start.ts'

/** Enough to tell percentiles to about a per cent. */
const mostYears = 200_000

type Simulated = NonNullable<ChoiceResults['simulated']>

/** All risks with the chosen measures besides today's controls: what the sums of shares come to when years are drawn. */
const simulatedWith = async (run: FrozenRun, chosen: ReadonlySet<string>): Promise<Simulated['after']> => {
  const kept = (one: Reduction): boolean => one.kind === 'control' || chosen.has(one.id)
  const scenarios = run.risks.map(({ id, model, reductions }) => ({ id, ...modelsOf(model, reductions.filter(kept)).planned.worst }))
  const { portfolio: { mean, p95, es95 } } = await simulateIn('later', { scenarios, correlations: correlationsOf(run), years: Math.min(mostYears, run.years), seed: run.seed })
  return { mean, p95, es95 }
}

interface Input {
  readonly id: string
  readonly seconds: number
}

/** Answers a frozen question: the choice with its proof or gap, the frontier, what it depends on, and what it comes to in simulated years. */
export const solve: JobHandler = async ({ input, transaction, progress }) => {
  const { id, seconds } = input as Input
  const [row] = await transaction((ctx) => rowsByIds(ctx, measureChoice, [id]))
  if (row === undefined || row.state !== 'waiting') return { measures: 0 }
  const frozen = row.frozen as FrozenChoice
  const [run] = await transaction((ctx) => rowsByIds(ctx, lossRun, [frozen.run]))
  const finish = (values: Readonly<Record<string, unknown>>) => transaction((ctx) => updateRecords(ctx, measureChoice, [{ id, values }], undefined, 'updated', { recordedAs: 'chosen' }))
  const total = 100
  try {
    const { best, frontier, halved } = await watched(progress, total, 0, (told, signal) =>
      optimise({ problem: problemOf(frozen), seconds: { best: seconds, other: Math.max(1, seconds / 5) } }, { signal, progress: (done, of) => told((total * done) / of, 1) }))
    const isFound = best.status === 'optimal' || best.status === 'gap'
    const inputs = run!.frozen as FrozenRun
    const simulated: Simulated | null = isFound
      ? { before: await simulatedWith(inputs, new Set()), after: await simulatedWith(inputs, new Set(best.chosen.map(({ measure }) => measure))), years: Math.min(mostYears, inputs.years), seed: inputs.seed, engineVersion }
      : null
    await finish({ state: 'done', results: { ...best, frontier, halved, simulated } })
    await progress(total, total)
    return { measures: best.chosen.length }
  } catch (error) {
    if (error instanceof JobCancelled) await finish({ state: 'cancelled' })
    throw error
  }
}
