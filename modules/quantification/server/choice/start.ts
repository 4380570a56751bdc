import { createHash } from 'node:crypto'
import { HengError } from '@heng/contract'
import { checkProblem, ProblemError, type Problem } from '@heng/engine-treatment'
import { canonicalJson, createRecords, startJob, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { FrozenChoice } from '../../contract/index.ts'
import { asRoom } from '../asRoom.ts'
import { candidatesOf, type Aim } from './candidates.ts'
import { measureChoice } from './register.ts'

type WantedMeasure = Omit<FrozenChoice['measures'][number], 'reference' | 'title' | 'cost'>
interface Wanted {
  readonly name: string
  readonly aim: Aim
  readonly budget: readonly number[]
  readonly measures: readonly WantedMeasure[]
  readonly seconds: number
}

/** What was frozen as the engine reads it. */
export const problemOf = ({ measures, risks, budget }: FrozenChoice): Problem => ({
  budget, scenarios: risks.map(({ id, loss, reductions }) => ({ id, loss, reductions })),
  measures: measures.map(({ id, cost, upkeep, mandatory, excluded, requires, conflicts }) => ({ id, cost, upkeep, mandatory, excluded, requires, conflicts })),
})

const refuseWrong = (measures: readonly WantedMeasure[], known: ReadonlySet<string>): void => {
  for (const [i, { id, mandatory, excluded, requires, conflicts }] of measures.entries()) {
    const unknown = !known.has(id) ? 'id' : requires.some((one) => !known.has(one) || one === id) ? 'requires' : conflicts.some((one) => !known.has(one) || one === id) ? 'conflicts' : null
    if (unknown !== null) throw new HengError('invalid', { fields: [{ path: `measures.${i}.${unknown}`, code: 'candidate' }] })
    if (mandatory && excluded) throw new HengError('invalid', { fields: [{ path: `measures.${i}.excluded`, code: 'mandatory' }] })
  }
}

/** Freezes the question: candidates with their wishes, losses of the latest run. A thread of its own answers it. */
export const start = async (ctx: Ctx, { name, aim, budget, measures: wishes, seconds }: Wanted) => {
  const found = await candidatesOf(ctx, aim)
  if (found === null) throw new HengError('quantification.noRun', { status: 409 })
  if (found.measures.length === 0) throw new HengError('quantification.noCandidates', { status: 409 })
  refuseWrong(wishes, new Set(found.measures.map(({ id }) => id)))
  const wished = new Map(wishes.map((one) => [one.id, one]))
  const plain = { upkeep: 0, mandatory: false, excluded: false, requires: [], conflicts: [] }
  const frozen: FrozenChoice = {
    run: found.run.id, currency: found.run.frozen.currency, aim, budget: [...budget],
    measures: found.measures.map(({ id, reference, title, cost }) => ({ ...plain, ...wished.get(id), id, reference, title, cost })),
    risks: found.risks.map(({ id, reference, title, loss }) => ({
      id, reference, title, loss, reductions: Object.fromEntries(found.measures.flatMap(({ id: measure, takes }) => (takes[id] === undefined ? [] : [[measure, takes[id]]]))),
    })),
  }
  try {
    checkProblem(problemOf(frozen))
  } catch (error) {
    if (error instanceof ProblemError) throw new HengError('invalid', { fields: [{ path: error.field, code: 'custom' }], cause: error })
    throw error
  }
  const [made] = await createRecords(asRoom(ctx), measureChoice, [{
    name, state: 'waiting', startedBy: ctx.caller.personId, startedAt: ctx.now.toISOString(), frozen, frozenHash: createHash('sha256').update(canonicalJson(frozen)).digest('hex'),
  }])
  const jobId = await startJob(ctx, 'measureChoice.solve', { id: made!.id, seconds })
  await sql`update measure_choice set job = ${jobId} where org_id = ${ctx.org.id} and id = ${made!.id}`.execute(ctx.tx)
  return { id: made!.id, reference: made!.reference, jobId }
}
