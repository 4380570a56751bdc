import { HengError, notFound } from '@heng/contract'
import { authorise, emit, resourceOf, rowsByIds, updateRecords, type Ctx, type StoredRow } from '@heng/server-kit'
import type { Conclusion } from '@heng/engine-assurance'
import { asRoom } from '../asRoom.ts'
import { controlTest } from '../controlTest/register.ts'
import { shown } from '../shown.ts'
import { frozenContent } from './freeze.ts'
import { testResult } from './register.ts'
import { requireComplete } from './rules.ts'
import { testWithLatest, type Latest, type TestOf } from './store.ts'

interface Input {
  readonly id: string
  readonly version: number
  readonly conclusion: Conclusion
  readonly rationale: string
}

/** The owner of a control neither tests it nor concludes on it, unless the procedure allows that; then it is at least told. */
const independenceOf = (ctx: Ctx, row: StoredRow, test: TestOf): boolean | null => {
  if (test.controlOwner === null) return null
  const isOwn = test.controlOwner === ctx.caller.personId || test.controlOwner === row.performedBy
  if (isOwn && test.independence !== 'preferred') throw new HengError('testResult.notIndependent', { status: 403 })
  return !isOwn
}

/**
 * A person concludes on what was found; what the sample suggests stands beside it. From then on the result is frozen with its hash and
 * weighs in the effectiveness of its control; one that it corrects is replaced by it.
 */
export const conclude = async (ctx: Ctx, { id, version, conclusion, rationale }: Input) => {
  const [row] = await rowsByIds(ctx, testResult, [id], true)
  if (row === undefined) throw notFound('testResult')
  authorise(ctx, 'testResult:conclude', resourceOf(testResult, row))
  if (row.state !== 'draft') throw new HengError('testResult.frozen', { status: 409, params: { reference: row.reference } })
  requireComplete(row)
  const test = await testWithLatest(ctx, row.test as string, [id, row.replaces as string | null].filter((one) => one !== null))
  if (ctx.caller.personId !== test.tester) authorise(ctx, 'testResult:conclude', { unitId: row.unit as string | null })
  const values = {
    state: 'concluded', conclusion, rationale, concludedBy: ctx.caller.personId, concludedAt: ctx.now.toISOString(), independent: independenceOf(ctx, row, test),
  }
  const concluded = { ...values, ...(await frozenContent(ctx, { ...row, ...values }, test)) }
  const replaced = row.replaces === null ? [] : [{ id: row.replaces as string, values: { state: 'replaced' } }]
  const [saved] = await updateRecords(asRoom(ctx), testResult, [{ id, version, values: concluded }, ...replaced], rationale, 'updated', { recordedAs: 'concluded' })
  const mine: Latest = { id, conclusion, performedOn: row.performedOn as string }
  await follow(ctx, test.id, test.latest !== null && test.latest.performedOn > mine.performedOn ? test.latest : mine)
  await emit(ctx, 'testResult.concluded', { ids: [id], tests: [test.id], controls: [test.control], conclusion, by: ctx.caller.personId })
  return shown(ctx, testResult, saved!)
}

/** A procedure rests on its latest result; its next day and its control's figure follow. */
const follow = async (ctx: Ctx, test: string, latest: Latest): Promise<void> => {
  await updateRecords(asRoom(ctx), controlTest, [{
    id: test, values: { lastResult: latest.id, lastConclusion: latest.conclusion, lastPerformedOn: latest.performedOn },
  }], undefined, 'updated', { recordedAs: 'tested' })
}
