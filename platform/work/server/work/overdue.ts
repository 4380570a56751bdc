import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { dueIn } from './conditions.ts'
import { kindLabel } from './present.ts'

export interface OverdueWork {
  readonly reference: string
  readonly title: string
  readonly kind: string
  readonly kindLabel: string
  readonly assignee: string | null
  readonly role: string | null
  readonly dueOn: string
  readonly subjectReference: string | null
}

/** Open work past its day, of the organisation as a whole, the longest overdue first, `size` at a time: one statement a piece. For callers who answer for all of it. */
export async function* overdueWork(ctx: Ctx, size = 1_000): AsyncGenerator<OverdueWork[]> {
  for (let seen = 0; ; seen += size) {
    const { rows } = await sql<Omit<OverdueWork, 'kindLabel'>>`
      select t.reference, coalesce(t.titles ->> ${ctx.locale}, t.title) as title, t.kind, p.name as assignee, t.role, t.due_on as "dueOn", t.subject_reference as "subjectReference"
      from work_item t left join person p on p.org_id = t.org_id and p.id = t.assignee
      where t.org_id = ${ctx.org.id} and t.archived_at is null and t.state = 'open' and ${dueIn(ctx, 'overdue')} order by t.due_on, t.id limit ${size} offset ${seen}`.execute(ctx.tx)
    if (rows.length > 0) yield rows.map((row) => ({ ...row, kindLabel: kindLabel(ctx, row.kind) }))
    if (rows.length < size) return
  }
}
