import { createHash } from 'node:crypto'
import { forbidden, HengError } from '@heng/contract'
import { engineVersion } from '@heng/engine-loss'
import { allows, canonicalJson, createRecords, startJob, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { FrozenRun } from '../../contract/index.ts'
import { asRoom } from '../asRoom.ts'
import { lossRun } from './register.ts'
import { correlationsOf } from './simulate.ts'
import { frozenRisks } from './store.ts'

/** What the engine takes at a time, and what it takes of risks that go together. */
const [mostRisks, mostTogether] = [1_000, 100]

interface Wanted {
  readonly name: string
  readonly unit: string | null
  readonly years: number
  readonly seed: number
  readonly coefficient: number
  readonly note?: string | undefined
}

const refuse = (risks: FrozenRun['risks'], coefficient: number): void => {
  if (risks.length === 0) throw new HengError('quantification.nothing', { status: 409 })
  if (risks.length > mostRisks) throw new HengError('quantification.tooManyRisks', { params: { most: mostRisks } })
  const tied = new Set(correlationsOf({ risks, coefficient }).flatMap(({ between }) => between))
  if (tied.size > mostTogether) throw new HengError('quantification.tooManyTogether', { params: { count: tied.size, most: mostTogether } })
}

/** Freezes the inputs of all quantified open risks, of a unit and those below it if asked, and has them simulated. */
export const start = async (ctx: Ctx, { name, unit, years, seed, coefficient, note }: Wanted) => {
  // Without a unit everything is looked at, which takes the right over everything.
  if (!allows(ctx, 'lossRun:start', { unitId: unit })) throw forbidden()
  const risks = await frozenRisks(ctx, unit)
  refuse(risks, coefficient)
  const frozen: FrozenRun = { risks, currency: ctx.org.currency, coefficient, years, seed, engineVersion }
  const [run] = await createRecords(asRoom(ctx), lossRun, [{
    name, note: note === undefined || note === '' ? null : note, state: 'waiting', riskCount: risks.length, unit, startedBy: ctx.caller.personId, startedAt: ctx.now.toISOString(),
    years, seed, coefficient, engineVersion, frozen, frozenHash: createHash('sha256').update(canonicalJson(frozen)).digest('hex'),
  }])
  const jobId = await startJob(ctx, 'lossRun.simulate', { id: run!.id }, 300)
  await sql`update loss_run set job = ${jobId} where org_id = ${ctx.org.id} and id = ${run!.id}`.execute(ctx.tx)
  return { id: run!.id, reference: run!.reference, jobId }
}
