import { rowsByIds, type Ctx, type Subscription } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { changeSet } from './set/register.ts'
import type { SetRow } from './set/store.ts'

const kind = 'changeSet.apply'

/** An approved set is work of its owner until it is applied, taken up again or given up. */
const follow = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const rows = (await rowsByIds(ctx, changeSet, ids)) as SetRow[]
  for (const row of rows.filter((r) => r.state !== 'approved')) {
    await closeWork(ctx, { kind, subject: { id: row.id } }, { state: row.state === 'applied' || row.state === 'reverted' ? 'done' : 'cancelled' })
  }
  await openWork(ctx, rows.filter((r) => r.state === 'approved' && r.owner !== null).map((row) => ({
    kind, assignee: row.owner, dueOn: row.plannedOn, subject: { noun: 'changeSet', id: row.id, reference: row.reference },
    title: { en: `Apply the approved change set: ${row.title}`, 'zh-CN': `执行已批准的变更集：${row.title}` },
  })))
}

export const changeSetWork: readonly Subscription[] = [
  { name: 'changes.work.changeSet', event: 'changeSet.updated', tells: true, handle: (ctx, { payload }) => follow(ctx, (payload as { ids: string[] }).ids) },
]
