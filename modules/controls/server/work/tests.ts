import { asSystem, rowsByIds, type Ctx, type Kit, type StoredRow, type Subscription } from '@heng/server-kit'
import { closeWork, notify, openWork, type WorkToOpen } from '@heng/work/reads'
import { addDays } from '@heng/engine-assurance'
import { sql } from 'kysely'
import { dayIn } from '../control/rules.ts'
import { controlTest } from '../controlTest/register.ts'
import { usualGrace } from '../effectiveness/figures.ts'

const kind = 'controlTest.perform'
/** Days ahead of its day that a test becomes work. */
const ahead = 14
/** So many a run at most; the earliest first, the rest the day after. */
const mostAtOnce = 1_000

const workFor = (row: StoredRow): WorkToOpen => ({
  kind,
  title: { en: `Carry out the control test: ${row.name as string}`, 'zh-CN': `执行控制测试：${row.name as string}` },
  subject: { noun: 'controlTest', id: row.id, reference: row.reference },
  // Nobody named: whoever runs the system sees to it.
  ...(row.tester === null ? { role: 'ismsManager' as const, unit: null } : { assignee: row.tester as string }),
  dueOn: row.nextDue as string,
  link: `control-tests/${row.id}?tab=test-results`,
})

/** A test that comes due is work of its tester; one done, paused, archived, put off or given to somebody else leaves their work. */
const follow = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const rows = await rowsByIds(ctx, controlTest, ids)
  const last = addDays(dayIn(ctx.org.timezone, ctx.now), ahead)
  const waits = (r: StoredRow) => r.archivedAt === null && r.state === 'active' && r.nextDue !== null && (r.nextDue as string) <= last
  await closeWork(ctx, { kind, subject: { id: rows.filter((r) => !waits(r)).map((r) => r.id) } }, { state: 'cancelled' })
  for (const [tester, own] of Map.groupBy(rows.filter(waits), (r) => r.tester as string | null)) {
    await closeWork(ctx, { kind, subject: { id: own.map((r) => r.id) }, ...(tester === null ? {} : { except: [tester] }) }, { state: 'cancelled' })
  }
  await openWork(ctx, rows.filter(waits).map(workFor))
}

/** Opens what has come near, and tells testers and owners of the controls once of each round that is late. */
export const openDue = async (ctx: Ctx): Promise<void> => {
  const today = dayIn(ctx.org.timezone, ctx.now)
  const { rows } = await sql<{ id: string; late: boolean; owner: string | null }>`
    select t.id, t.next_due + coalesce(t.grace_days, ${usualGrace}::int) < ${today}::date as late, c.owner
    from control_test t join control c on c.org_id = t.org_id and c.id = t.control and c.archived_at is null
    where t.org_id = ${ctx.org.id} and t.archived_at is null and t.state = 'active' and t.next_due <= ${addDays(today, ahead)}::date
    order by t.next_due, t.id limit ${mostAtOnce}`.execute(ctx.tx)
  const tests = new Map((await rowsByIds(ctx, controlTest, rows.map(({ id }) => id))).map((row) => [row.id, row]))
  await openWork(ctx, [...tests.values()].map(workFor))
  await notify(ctx, rows.filter(({ late }) => late).flatMap(({ id, owner }) => {
    const test = tests.get(id)!
    return [...new Set([test.tester as string | null, owner])].filter((person) => person !== null).map((person) => ({
      person,
      kind: 'overdue' as const,
      title: {
        en: `Overdue control test: ${test.name as string}. The effectiveness of the control counts for less every day.`,
        'zh-CN': `控制测试已逾期：${test.name as string}。控制有效性将逐日递减。`,
      },
      link: `control-tests/${id}`,
      key: `controlTest.overdue:${id}:${test.nextDue as string}`,
    }))
  }))
}

/** Every night, in organisations that have a test coming due. */
export const openAllDue = async (kit: Kit): Promise<void> => {
  const { rows } = await sql<{ org_id: string }>`select distinct org_id from control_test where archived_at is null and state = 'active' and next_due <= current_date + ${ahead + 1}::int`.execute(kit.db)
  for (const { org_id } of rows) await asSystem(kit, org_id, 'job', 'controls.openDue', openDue)
}

export const testWork: readonly Subscription[] = [
  ...['created', 'updated', 'archived', 'restored'].map((verb) => ({
    name: `controls.work.controlTest.${verb}`, event: `controlTest.${verb}`, handle: (ctx: Ctx, { payload }: { payload: unknown }) => follow(ctx, (payload as { ids: string[] }).ids),
  })),
  {
    // The round is done, even where the next one is already near.
    name: 'controls.work.controlTest.done', event: 'testResult.concluded', handle: async (ctx, { payload }) => {
      const { tests, by } = payload as { tests: string[]; by: string | null }
      await closeWork(ctx, { kind, subject: { id: tests } }, { by })
      await follow(ctx, tests)
    },
  },
]
