import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { unreadOf } from '../notice/store.ts'
import { dueIn, mine } from './conditions.ts'
import { kindLabel } from './present.ts'

export interface WorkCounts {
  readonly open: number
  readonly overdue: number
  /** Due today. */
  readonly today: number
  /** Due later this week. */
  readonly week: number
}

interface Row extends WorkCounts {
  readonly kind: string
}

const countedByKind = async (ctx: Ctx, whose = mine(ctx)): Promise<Row[]> => {
  const { rows } = await sql<Row>`select t.kind, count(*) as open, count(*) filter (where ${dueIn(ctx, 'overdue')}) as overdue,
      count(*) filter (where ${dueIn(ctx, 'today')}) as today, count(*) filter (where ${dueIn(ctx, 'week')}) as week
    from work_item t where t.org_id = ${ctx.org.id} and t.state = 'open' and ${whose} group by t.kind order by count(*) desc, t.kind`.execute(ctx.tx)
  return rows
}

const sum = (rows: readonly Row[]): WorkCounts =>
  rows.reduce(
    (all, row) => ({ open: all.open + row.open, overdue: all.overdue + row.overdue, today: all.today + row.today, week: all.week + row.week }),
    { open: 0, overdue: 0, today: 0, week: 0 },
  )

/** How much open work a person has, by urgency. For the caller it includes what is open to their roles. One statement. */
export const workCounts = async (ctx: Ctx, personId: string | null): Promise<WorkCounts> =>
  sum(await countedByKind(ctx, personId === ctx.caller.personId ? mine(ctx) : sql`t.assignee = ${personId}::uuid`))

export const counts = async (ctx: Ctx) => {
  const rows = await countedByKind(ctx)
  return {
    ...sum(rows),
    unread: await unreadOf(ctx),
    kinds: rows.map(({ kind, open }) => ({ kind, label: kindLabel(ctx, kind), count: open })),
  }
}
