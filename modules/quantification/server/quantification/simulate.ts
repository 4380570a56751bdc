import { HengError, notFound } from '@heng/contract'
import { exceeds, meanOf } from '@heng/engine-loss'
import { authorise, canonicalJson, present, resourceOf, rowsByIds, startJob, updateRecords, type Ctx, type StoredRow } from '@heng/server-kit'
import type { FrozenInputs, LossModel, Results, ThreeBases } from '../../contract/index.ts'
import { asRoom } from '../asRoom.ts'
import { reductionsOf } from '../chain/reductions.ts'
import { figuresFrom, modelsOf } from '../model/bases.ts'
import { freeze, hashOf } from '../model/hash.ts'
import { shown } from '../shown.ts'
import { quantification } from './register.ts'

/** Years and events to draw from which on it is a job: about half a second of two workers. */
const worthJob = 12_000_000

/** Loss events a year. */
export const eventsOf = ({ frequency, vulnerability = 1 }: LossModel): number =>
  meanOf(frequency) * (typeof vulnerability === 'number' ? vulnerability : exceeds(vulnerability.capability, vulnerability.strength))

/** How much there is to draw for all bases. */
export const workOf = ({ model, reductions, years }: Pick<FrozenInputs, 'model' | 'reductions' | 'years'>): number => {
  const { inherent, current, planned } = modelsOf(model, reductions)
  const models = new Map([inherent, current, planned].flatMap(({ worst, best }) => (best === null ? [worst] : [worst, best])).map((one) => [canonicalJson(one), one]))
  return [...models.values()].reduce((sum, one) => sum + years * (1 + eventsOf(one)), 0)
}

export const inputsOf = async (ctx: Ctx, row: StoredRow, { years, seed }: { years?: number | undefined; seed?: number | undefined } = {}): Promise<FrozenInputs> => {
  const risk = row.risk as string
  const reductions = await reductionsOf(ctx, [risk])
  return freeze({
    id: risk, currency: row.currency as string, model: row.model as LossModel, reductions: reductions.get(risk) ?? [],
    years: years ?? (row.years as number), seed: seed ?? (row.seed as number),
  })
}

/** Keeps figures with what they follow from. */
export const keep = async (ctx: Ctx, id: string, inputs: FrozenInputs, bases: ThreeBases, by: string | null): Promise<StoredRow> => {
  const results: Results = { inputs, hash: hashOf(inputs), at: ctx.now.toISOString(), by, bases }
  const [row] = await updateRecords(asRoom(ctx), quantification, [{ id, values: { results, years: inputs.years, seed: inputs.seed } }], undefined, 'updated', { recordedAs: 'simulated' })
  return row!
}

/** Simulates one risk: while the caller waits where that takes moments, as a job otherwise. */
export const simulate = async (ctx: Ctx, { id, version, years, seed }: { id: string; version: number; years?: number | undefined; seed?: number | undefined }) => {
  const [row] = await rowsByIds(ctx, quantification, [id], true)
  if (row === undefined) throw notFound('quantification')
  authorise(ctx, 'quantification:simulate', resourceOf(quantification, row))
  if (row.version !== version) throw new HengError('versionConflict', { status: 409, data: { current: present(ctx, quantification, row) } })
  if (row.archivedAt !== null) throw new HengError('archived', { status: 409 })
  const inputs = await inputsOf(ctx, row, { years, seed })
  if (workOf(inputs) > worthJob) {
    const jobId = await startJob(ctx, 'quantification.simulate', { ids: [id], by: ctx.caller.personId, years, seed }, 100)
    return { jobId, quantification: null }
  }
  return { jobId: null, quantification: shown(ctx, quantification, await keep(ctx, id, inputs, await figuresFrom(inputs), ctx.caller.personId)) }
}

