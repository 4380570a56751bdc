import { HengError, notFound } from '@heng/contract'
import { authorise, resourceOf, rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import { questions, type LossModel, type Pooled, type Question } from '../../contract/index.ts'
import { scoresOf } from '../calibration/verbs.ts'
import { quantification } from '../quantification/register.ts'
import { shown } from '../shown.ts'
import { opinionAccess } from './access.ts'
import { frequencyOf, meanOfPool, pooledMagnitude, quantilesOf } from './fit.ts'
import { opinionsOf, type StoredOpinion } from './store.ts'

interface How {
  readonly pooling: 'linear' | 'logarithmic'
  readonly weighting: 'equal' | 'calibration'
}

/** What experts said of one question as one distribution; null where nobody's word counts. */
export const poolOf = (question: Question, opinions: readonly StoredOpinion[], scores: ReadonlyMap<string, number>, { pooling, weighting }: How): Pooled | null => {
  const all = opinions.filter((one) => one.question === question)
  const counted = all.map((one) => ({ ...one, weight: weighting === 'equal' ? 1 : (scores.get(one.person) ?? 0) })).filter(({ weight }) => weight > 0)
  if (counted.length === 0) return null
  const sum = counted.reduce((total, { weight }) => total + weight, 0)
  const magnitude = pooledMagnitude(counted, pooling)
  return {
    question, people: counted.map(({ person, weight }) => ({ person, weight: weight / sum })),
    without: all.filter(({ person }) => !counted.some((one) => one.person === person)).map(({ person }) => person),
    ...quantilesOf(magnitude), mean: meanOfPool(magnitude),
    frequency: question === 'frequency' ? frequencyOf(magnitude) : null, magnitude: question === 'frequency' ? null : magnitude,
  }
}

/** The engine puts so many together. */
const mostOpinions = 20

const pooledOf = async (ctx: Ctx, id: string, how: How): Promise<Pooled[]> => {
  const opinions = await opinionsOf(ctx, id)
  const scores = await scoresOf(ctx, opinions.map(({ person }) => person))
  for (const question of questions) if (opinions.filter((one) => one.question === question).length > mostOpinions) throw new HengError('quantification.tooManyOpinions', { params: { most: mostOpinions } })
  return questions.flatMap((question) => poolOf(question, opinions, scores, how) ?? [])
}

export const pool = async (ctx: Ctx, { id, ...how }: How & { id: string }) => {
  const { isExpert, mayFacilitate, mayRead } = await opinionAccess(ctx, id)
  // Whoever is asked would be led by what others say together.
  if (!mayRead || (isExpert && !mayFacilitate)) throw notFound('quantification')
  return { pooled: await pooledOf(ctx, id, how) }
}

/** A model with what was pooled in the place that the question asks about. */
export const taken = (model: LossModel, pooled: readonly Pooled[]): LossModel => pooled.reduce((next, { question, frequency, magnitude }) => {
  if (question === 'frequency') return { ...next, frequency: frequency! }
  if (question === 'magnitude') return { ...next, magnitude: magnitude! }
  if (next.secondary === undefined) throw new HengError('quantification.noSecondary', { status: 409 })
  return { ...next, secondary: { ...next.secondary, magnitude: magnitude! } }
}, model)

/** Takes what experts said together into the model: the decision of whoever leads, with the reason. */
export const take = async (ctx: Ctx, { id, version, questions: wanted, reason, ...how }: How & { id: string; version: number; questions: readonly Question[]; reason: string }) => {
  const [row] = await rowsByIds(ctx, quantification, [id])
  if (row === undefined) throw notFound('quantification')
  authorise(ctx, 'quantification:write', resourceOf(quantification, row))
  const pooled = (await pooledOf(ctx, id, how)).filter(({ question }) => wanted.includes(question))
  const missing = wanted.find((question) => !pooled.some((one) => one.question === question))
  if (missing !== undefined) throw new HengError('quantification.noOpinion', { status: 409 })
  const model = taken(row.model as LossModel, pooled)
  const [saved] = await updateRecords(ctx, quantification, [{ id, version, values: { model } }], reason, 'updated', { recordedAs: 'pooled' })
  return shown(ctx, quantification, saved!)
}
