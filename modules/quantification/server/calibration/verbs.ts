import { forbidden, HengError } from '@heng/contract'
import { calibrationOf } from '@heng/engine-loss'
import { newIds, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { CalibrationResult } from '../../contract/index.ts'
import { calibrationQuestions } from './questions.ts'
import { adviceOf, scoreOf } from './rules.ts'

const byId = new Map(calibrationQuestions.map((one) => [one.id, one]))

/** The questions without what is true. */
export const questions = async () => ({ questions: calibrationQuestions.map(({ id, text, unit }) => ({ id, text, unit })) })

interface Given {
  readonly question: string
  readonly low: number
  readonly high: number
}

const check = (answers: readonly Given[]): void => {
  const issue = (i: number, key: string, code: string): never => {
    throw new HengError('invalid', { fields: [{ path: `answers.${i}.${key}`, code }] })
  }
  const seen = new Set<string>()
  for (const [i, { question, low, high }] of answers.entries()) {
    if (!byId.has(question)) issue(i, 'question', 'custom')
    if (seen.has(question)) issue(i, 'question', 'duplicate')
    if (low >= high) issue(i, 'high', 'aboveLow')
    seen.add(question)
  }
}

/** Keeps how many of somebody's intervals held the truth, and tells them which. */
export const submit = async (ctx: Ctx, { answers }: { answers: readonly Given[] }) => {
  const person = ctx.caller.personId
  if (person === null) throw forbidden()
  check(answers)
  const told = answers.map((answer) => {
    const { truth, text, unit, source } = byId.get(answer.question)!
    return { ...answer, truth, hit: answer.low <= truth && truth <= answer.high, text, unit, source }
  })
  const found = calibrationOf(told)
  const score = scoreOf(found.hit, found.asked)
  const [id] = newIds(1)
  await sql`insert into calibration_training (id, org_id, person, taken_at, asked, hit, share, low, high, widen, score, answers)
    values (${id}, ${ctx.org.id}, ${person}, ${ctx.now}, ${found.asked}, ${found.hit}, ${found.share}, ${found.interval[0]}, ${found.interval[1]}, ${found.widen}, ${score}, ${JSON.stringify(answers)}::jsonb)`.execute(ctx.tx)
  return {
    id: id!, takenAt: ctx.now.toISOString(), asked: found.asked, hit: found.hit, share: found.share, interval: [found.interval[0], found.interval[1]] as [number, number],
    widen: found.widen, score, advice: adviceOf(found), answers: told,
  }
}

interface Row extends Omit<CalibrationResult, 'interval' | 'advice'> {
  readonly low: number
  readonly high: number
}

export const mine = async (ctx: Ctx) => {
  const { rows } = await sql<Row>`select id, taken_at as "takenAt", asked, hit, share, low, high, widen, score from calibration_training
    where org_id = ${ctx.org.id} and person = ${ctx.caller.personId} order by taken_at desc, id desc limit 50`.execute(ctx.tx)
  return { trainings: rows.map(({ low, high, ...row }) => ({ ...row, interval: [low, high] as [number, number], advice: adviceOf({ ...row, interval: [low, high] }) })) }
}

/** How well the intervals of each of these persons held in their latest training; whoever has had none is left out. One statement. */
export const scoresOf = async (ctx: Ctx, persons: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ person: string; score: number }>`select distinct on (person) person, score from calibration_training
    where org_id = ${ctx.org.id} and person = any(${persons}::uuid[]) order by person, taken_at desc, id desc`.execute(ctx.tx)
  return new Map(rows.map(({ person, score }) => [person, score]))
}
