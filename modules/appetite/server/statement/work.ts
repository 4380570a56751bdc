import type { Ctx } from '@heng/server-kit'
import { closeWork, openWork } from '@heng/work/reads'
import { sql } from 'kysely'
import { inDays } from '../days.ts'

const kind = 'riskAppetite.review'
const ahead = 30

/** The statement is looked at again on its day (ISO/IEC 27001 9.3); a newer one in force ends that. */
export const openReviewOfStatement = async (ctx: Ctx): Promise<void> => {
  const { rows } = await sql<{ id: string; reference: string; name: string; state: string; due: string | null }>`select id, reference, name, state, review_due as due from risk_appetite
    where org_id = ${ctx.org.id} and archived_at is null and ((state = 'approved' and review_due <= ${inDays(ctx, ahead)}::date) or state = 'superseded') order by id desc limit 50`.execute(ctx.tx)
  const past = rows.filter((r) => r.state === 'superseded')
  if (past.length > 0) await closeWork(ctx, { kind, subject: { id: past.map((r) => r.id) } })
  await openWork(ctx, rows.filter((r) => r.state === 'approved').map((row) => ({
    kind, title: { en: `Review the risk appetite: ${row.name}`, 'zh-CN': `复核风险偏好声明：${row.name}` },
    subject: { noun: 'riskAppetite', id: row.id, reference: row.reference }, role: 'ismsManager' as const, dueOn: row.due,
  })))
}
