import { rowsByIds, type Ctx, type Subscription } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { testResult } from '../testResult/register.ts'

const kind = 'testResult.review'

/** A concluded test waits for a second pair of eyes, until it is reviewed or replaced. */
const follow = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const rows = await rowsByIds(ctx, testResult, ids)
  const waiting = rows.filter((r) => r.state === 'concluded' && r.archivedAt === null)
  for (const row of rows.filter((r) => r.state !== 'concluded')) {
    await closeWork(ctx, { kind, subject: { id: row.id } }, { state: row.state === 'reviewed' ? 'done' : 'cancelled', by: row.reviewedBy as string | null })
  }
  await openWork(ctx, waiting.map((row) => ({
    kind,
    title: { en: `Review the test result: ${row.name as string}`, 'zh-CN': `复核测试结果：${row.name as string}` },
    subject: { noun: 'testResult', id: row.id, reference: row.reference },
    role: 'ismsManager' as const,
    unit: null,
  })))
}

export const reviewWork: readonly Subscription[] = [
  { name: 'controls.work.testResult', event: 'testResult.updated', handle: (ctx, { payload }) => follow(ctx, (payload as { ids: string[] }).ids) },
]
