import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { Role } from '@heng/contract'
import type { ApprovalState } from '../../contract/noun.ts'

export interface ApprovalWaiting {
  readonly reference: string
  readonly title: string
  readonly dueOn: string | null
}

/** What waits for the word of a role: how many, and the first due of them. Titles as they were asked. One statement. */
export const approvalsWaitingFor = async (ctx: Ctx, role: Role, most: number): Promise<{ count: number; approvals: ApprovalWaiting[] }> => {
  const { rows } = await sql<ApprovalWaiting & { total: number }>`
    select a.reference, a.title, a.due_on as "dueOn", count(*) over ()::int as total from approval a
    where a.org_id = ${ctx.org.id} and a.state = 'open'
      and exists (select 1 from approval_step s where s.org_id = a.org_id and s.approval = a.id and s.state = 'open' and s.role = ${role})
    order by a.due_on nulls last, a.id limit ${most}`.execute(ctx.tx)
  return { count: rows[0]?.total ?? 0, approvals: rows.map(({ total: _total, ...approval }) => approval) }
}

export interface ApprovalLogged {
  readonly reference: string
  readonly title: string
  readonly subject: string
  readonly subjectReference: string | null
  readonly state: ApprovalState
  readonly requestedAt: string
  readonly requestedBy: string | null
  readonly decidedAt: string | null
  /** SHA-256 of what was decided on, word for word. */
  readonly hash: string
  readonly decisions: readonly { readonly name: string; readonly decision: 'approve' | 'reject'; readonly at: string }[]
}

/** Approvals that were asked for or decided between two days of the organisation's calendar, the oldest first, `size` at a time: one statement a piece. */
export async function* approvalLog(ctx: Ctx, { from, to }: { readonly from: string; readonly to: string }, size = 500): AsyncGenerator<ApprovalLogged[]> {
  const day = (column: string) => sql`(${sql.ref(column)} at time zone ${ctx.org.timezone})::date between ${from}::date and ${to}::date`
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await sql<ApprovalLogged & { id: string }>`
      select a.id, a.reference, a.title, a.subject, a.subject_reference as "subjectReference", a.state, a.created_at as "requestedAt", p.name as "requestedBy", a.decided_at as "decidedAt", a.snapshot_hash as hash,
        coalesce((select json_agg(json_build_object('name', d.person_name, 'decision', d.decision, 'at', d.at) order by d.at, d.position) from approval_decision d where d.org_id = a.org_id and d.approval = a.id), '[]') as decisions
      from approval a left join person p on p.org_id = a.org_id and p.id = a.requested_by
      where a.org_id = ${ctx.org.id} and a.id > ${after}::uuid and (${day('a.created_at')} or ${day('a.decided_at')}) order by a.id limit ${size}`.execute(ctx.tx)
    if (rows.length === 0) return
    after = rows.at(-1)!.id
    yield rows
    if (rows.length < size) return
  }
}
