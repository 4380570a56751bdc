import { reworded, type Wording } from '@heng/contract'
import { rowsByIds, wordingSql, type Ctx, type Subscription } from '@heng/server-kit'
import { closeWork, openWork, type WorkToOpen } from '@heng/work/reads'
import { sql } from 'kysely'
import { breach } from './register.ts'

const kind = 'toleranceBreach.answer'
/** The most urgent of one owner: a new statement may find hundreds, and nobody reads hundreds of lines. */
const mostOfOwner = 50

interface Waiting {
  readonly id: string
  readonly reference: string
  readonly title: Wording
  readonly owner: string | null
  readonly dueOn: string | null
  readonly risk: string
}

const workFor = (row: Waiting): WorkToOpen => ({
  kind,
  title: reworded(row.title, (title, locale) => (locale === 'en' ? `Beyond tolerance, decide what to do: ${title}` : `风险超出容忍度，请提出应对：${title}`)),
  subject: { noun: 'toleranceBreach', id: row.id, reference: row.reference },
  link: `tolerance-breaches/${row.id}`,
  dueOn: row.dueOn,
  ...(row.owner === null ? { role: 'ismsManager' as const } : { assignee: row.owner }),
})

/** Open breaches of each owner, the highest and most urgent first, that are no work yet; two statements and those of the work. */
export const openBreachWork = async (ctx: Ctx): Promise<void> => {
  const { rows } = await sql<Waiting>`select id, reference, title, owner, "dueOn", risk from (
      select b.id, b.reference, ${wordingSql('b', 'title')} as title, b.owner, b.due_on as "dueOn", b.risk,
        exists (select from work_item w where w.org_id = b.org_id and w.subject_id = b.id and w.kind = ${kind} and w.state = 'open') as has,
        row_number() over (partition by b.owner order by b.due_on, b.current_level desc nulls last, b.id) as place
      from tolerance_breach b where b.org_id = ${ctx.org.id} and b.state = 'open') x
    where place <= ${mostOfOwner} and not has order by "dueOn", id limit 2000`.execute(ctx.tx)
  await openWork(ctx, rows.map(workFor))
}

/** Open breaches whose work is with others than their owner. One statement. */
const elsewhere = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`select b.id from tolerance_breach b join work_item w on w.org_id = b.org_id and w.subject_id = b.id and w.kind = ${kind} and w.state = 'open'
    where b.org_id = ${ctx.org.id} and b.id = any(${ids}::uuid[]) and b.state = 'open' and b.owner is not null and w.assignee is distinct from b.owner`.execute(ctx.tx)
  return new Set(rows.map((r) => r.id))
}

/** What is answered or closed leaves the work; a new owner takes it over; what is open becomes work. */
const follow = async (ctx: Ctx, ids: readonly string[]): Promise<void> => {
  const rows = await rowsByIds(ctx, breach, ids)
  const done = rows.filter((r) => r.state !== 'open')
  if (done.length > 0) await closeWork(ctx, { kind, subject: { id: done.map((r) => r.id) } })
  const moved = await elsewhere(ctx, ids)
  for (const [owner, own] of Map.groupBy(rows.filter((r) => moved.has(r.id)), (r) => r.owner as string)) {
    await closeWork(ctx, { kind, subject: { id: own.map((r) => r.id) }, except: [owner] }, { state: 'cancelled' })
  }
  await openBreachWork(ctx)
}

export const breachWork: readonly Subscription[] = ['created', 'updated'].map((verb) => ({
  name: `appetite.work.toleranceBreach.${verb}`, event: `toleranceBreach.${verb}`, handle: (ctx, { payload }) => follow(ctx, (payload as { ids: string[] }).ids),
}))
