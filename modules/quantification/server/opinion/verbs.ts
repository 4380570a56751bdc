import { forbidden, HengError, wordingIn, type Wording } from '@heng/contract'
import { emit, labelsOf, newIds, record, type Ctx } from '@heng/server-kit'
import type { Estimate, Question } from '../../contract/index.ts'
import { scoresOf } from '../calibration/verbs.ts'
import { quantification } from '../quantification/register.ts'
import { opinionAccess, refuseArchived } from './access.ts'
import { opinionsOf, saveOpinion } from './store.ts'

/** What experts said. Whoever was asked sees what others say once they have said something themselves: first thoughts are to be their own. */
export const list = async (ctx: Ctx, { id }: { id: string }) => {
  const { row, isExpert, mayFacilitate } = await opinionAccess(ctx, id)
  const all = await opinionsOf(ctx, id)
  const own = all.filter(({ person }) => person === ctx.caller.personId)
  const mayLook = mayFacilitate || !isExpert || own.length > 0
  const told = mayLook ? all : own
  const scores = await scoresOf(ctx, told.map(({ person }) => person))
  const answered = new Set(all.map(({ person }) => person))
  const people = [...new Set([...(row.experts as string[]), ...all.map(({ person }) => person)])]
  return {
    title: wordingIn(ctx.locale, row.title as Wording), reference: row.reference, currency: row.currency as string, opinions: told.map((one) => ({ ...one, calibration: scores.get(one.person) ?? null })),
    waiting: (row.experts as string[]).filter((person) => !answered.has(person)), hidden: all.length - told.length,
    mayGive: row.archivedAt === null && (isExpert || mayFacilitate), mayFacilitate,
    labels: await labelsOf(ctx, quantification.noun, [{ ...row, experts: people }]),
  }
}

const checkEstimate = ({ p5, p50, p95 }: Estimate): void => {
  if (p95 <= p5) throw new HengError('invalid', { fields: [{ path: 'p95', code: 'aboveLow' }] })
  if (p50 !== null && (p50 <= p5 || p50 >= p95)) throw new HengError('invalid', { fields: [{ path: 'p50', code: 'between' }] })
}

interface Given extends Estimate {
  readonly id: string
  readonly person?: string | undefined
  readonly question: Question
  readonly rationale?: string | undefined
}

/** One's own estimate; or what an expert said in a workshop, written down by whoever leads it. */
export const give = async (ctx: Ctx, { id, person, question, p5, p50, p95, rationale }: Given) => {
  const { row, isExpert, mayFacilitate } = await opinionAccess(ctx, id)
  refuseArchived(row)
  const who = person ?? ctx.caller.personId
  const isOwn = who === ctx.caller.personId
  if (who === null || !(isOwn ? isExpert || mayFacilitate : mayFacilitate)) throw forbidden()
  if (!isOwn && !(row.experts as string[]).includes(who)) throw new HengError('invalid', { fields: [{ path: 'person', code: 'expert' }] })
  checkEstimate({ p5, p50, p95 })
  const before = (await opinionsOf(ctx, id)).find((one) => one.person === who && one.question === question)
  const [fresh] = newIds(1)
  const saved = await saveOpinion(ctx, id, { id: before?.id ?? fresh!, person: who, question, p5, p50, p95, rationale: rationale === undefined || rationale === '' ? null : rationale, recordedBy: isOwn ? null : ctx.caller.personId })
  const told = (one: typeof before) => (one === undefined ? null : { opinion: { person: one.person, question: one.question, p5: one.p5, p50: one.p50, p95: one.p95, rationale: one.rationale } })
  await record(ctx, { noun: 'quantification', action: 'opined' }, [{ id: row.id, reference: row.reference, version: row.version, before: told(before), after: told(saved) }])
  await emit(ctx, 'lossOpinion.given', { ids: [id], person: who })
  const scores = await scoresOf(ctx, [who])
  return { opinion: { ...saved, calibration: scores.get(who) ?? null } }
}
