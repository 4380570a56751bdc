import { rowsByIds, type Ctx, type Subscription } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { measure } from '../measure/register.ts'

const kind = 'treatmentMeasure.do'

/** Measures under way are work of whoever answers for them, until they are done, cancelled or given to somebody else. */
const follow = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const rows = await rowsByIds(ctx, measure, ids)
  const open = rows.filter((r) => r.archivedAt === null && r.owner !== null && (r.state === 'planned' || r.state === 'inProgress'))
  const still = new Set(open.map((r) => r.id))
  for (const row of rows) {
    const done = row.state === 'done' || row.state === 'verified'
    await closeWork(ctx, { kind, subject: { id: row.id }, ...(still.has(row.id) ? { except: [row.owner as string] } : {}) }, { state: done ? 'done' : 'cancelled' })
  }
  await openWork(ctx, open.map((row) => ({
    kind,
    title: { en: row.title as string, 'zh-CN': row.title as string },
    subject: { noun: 'treatmentMeasure', id: row.id, reference: row.reference },
    assignee: row.owner as string,
    dueOn: row.due as string | null,
  })))
}

export const measureWork: readonly Subscription[] = ['created', 'updated', 'archived', 'restored'].map((verb) => ({
  name: `risks.work.treatmentMeasure.${verb}`, event: `treatmentMeasure.${verb}`, tells: true, handle: (ctx, { payload }) => follow(ctx, (payload as { ids: string[] }).ids),
}))
