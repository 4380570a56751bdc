import type { Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import type { ApprovalState } from '../../contract/noun.ts'

export interface ApprovalTraced {
  readonly id: string
  readonly reference: string
  readonly name: string
  readonly noun: string
  readonly recordId: string
  readonly state: ApprovalState
  readonly decidedAt: string | null
  /** Names of those who decided, as they were then, in the order of their decisions. */
  readonly by: string[]
}

/** The latest approval of each of these records with who decided it, the newest first. Only for records that the caller may read. One statement. */
export const approvalsTraced = async (ctx: Ctx, refs: readonly { readonly noun: string; readonly recordId: string }[]): Promise<ApprovalTraced[]> => {
  const { rows } = await sql<ApprovalTraced>`
    select a.id, a.reference, a.title as name, a.subject as noun, a.subject_id as "recordId", a.state, a.decided_at as "decidedAt",
      array(select d.person_name from approval_decision d where d.org_id = a.org_id and d.approval = a.id group by 1 order by min(d.at)) as by
    from (select distinct on (a.subject, a.subject_id) a.* from approval a
      join jsonb_to_recordset(${JSON.stringify(refs)}::jsonb) as r(noun text, "recordId" uuid) on a.subject = r.noun and a.subject_id = r."recordId"
      where a.org_id = ${ctx.org.id} order by a.subject, a.subject_id, a.id desc) a
    order by a.id desc`.execute(ctx.tx)
  return rows
}
