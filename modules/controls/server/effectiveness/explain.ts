import { notFound } from '@heng/contract'
import { filesOf } from '@heng/records/reads'
import { allows, authorise, resourceOf, rowsByIds, type Ctx } from '@heng/server-kit'
import type { ExplainedTest } from '../../contract/explain.ts'
import { control } from '../control/register.ts'
import { dayIn, type ControlState } from '../control/rules.ts'
import { testsExplained } from './explainStore.ts'
import { figuresOf } from './figures.ts'

/**
 * Tells how the effectiveness of a control comes about today, step by step, down to results with their versions, people and files. Files
 * only of results that the caller may read.
 */
export const explain = async (ctx: Ctx, { id }: { id: string }) => {
  const [row] = await rowsByIds(ctx, control, [id])
  if (row === undefined) throw notFound('control')
  authorise(ctx, 'control:read', resourceOf(control, row))
  const today = dayIn(ctx.org.timezone, ctx.now)
  const { percent, stale, steps, method } = (await figuresOf(ctx, [{ id, state: row.state as ControlState }])).get(id)!
  const tests = await testsExplained(ctx, id, today)
  const readable = tests.filter((t) => t.result !== null && allows(ctx, 'testResult:read', { unitId: t.unit, ownerIds: [t.testerId, t.result.performedById, row.owner as string | null] }))
  const files = readable.length === 0 ? [] : await filesOf(ctx, readable.map((t) => ({ noun: 'testResult', recordId: t.result!.id })))
  return {
    control: { id, reference: row.reference, name: String(row.name), version: row.version },
    method: { ...method },
    asOf: today,
    percent,
    stale,
    stored: { percent: row.effectiveness as number | null, stale: row.effectivenessStale === true, at: row.effectivenessAt as string | null },
    steps: structuredClone(steps) as never,
    tests: tests.map(({ unit: _unit, testerId: _tester, result, ...test }): ExplainedTest => {
      if (result === null) return { ...test, result }
      const { performedById: _performer, ...told } = result
      return { ...test, result: { ...told, files: files.filter((f) => f.recordId === result.id).map((f) => ({ id: f.id, name: f.name, addedAt: f.addedAt, addedBy: f.addedBy })) } }
    }),
  }
}
