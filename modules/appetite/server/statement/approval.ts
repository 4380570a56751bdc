import type { ApprovalKind } from '@heng/approvals/reads'
import { rowsByIds, startJob, updateRecords, type Ctx } from '@heng/server-kit'
import { sql } from 'kysely'
import { contentOf, statement } from './register.ts'

/** The statement that was in force makes room for the new one. */
const supersede = async (ctx: Ctx): Promise<void> => {
  const { rows } = await sql<{ id: string }>`select id from risk_appetite where org_id = ${ctx.org.id} and state = 'approved' for update`.execute(ctx.tx)
  if (rows.length > 0) await updateRecords(ctx, statement, rows.map(({ id }) => ({ id, values: { state: 'superseded' } })), undefined, 'updated', { recordedAs: 'superseded' })
}

/** Approval by top management (ISO/IEC 27001 5.1, 6.1.2 a). Once in force, all open risks are held against it by a job. */
export const appetiteApproval: ApprovalKind = {
  kind: 'riskAppetite',
  label: { en: 'Risk appetite statement', 'zh-CN': '风险偏好声明' },
  // In a small company whoever runs the ISMS is one of its managers.
  selfApproval: true,
  snapshot: async (ctx, { recordId }) => {
    const [row] = await rowsByIds(ctx, statement, [recordId])
    return row === undefined ? null : contentOf(row)
  },
  onRequested: async (ctx, { recordId }) => {
    await updateRecords(ctx, statement, [{ id: recordId, values: { state: 'inReview' } }], undefined, 'updated', { recordedAs: 'submitted' })
  },
  onDecided: async (ctx, { recordId, snapshotHash, decisions }, outcome) => {
    if (outcome !== 'approved') {
      await updateRecords(ctx, statement, [{ id: recordId, values: { state: 'draft' } }], decisions.findLast((d) => d.decision === 'reject')?.comment ?? undefined, 'updated', { recordedAs: outcome })
      return
    }
    await supersede(ctx)
    await updateRecords(ctx, statement, [{ id: recordId, values: { state: 'approved', approvedAt: ctx.now.toISOString(), frozenHash: snapshotHash } }], undefined, 'updated', { recordedAs: 'approved' })
    await startJob(ctx, 'appetite.check', {})
  },
}
