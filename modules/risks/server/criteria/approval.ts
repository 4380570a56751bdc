import { rowsByIds, updateRecords, type Ctx } from '@heng/server-kit'
import type { ApprovalKind } from '@heng/approvals/reads'
import { sql } from 'kysely'
import { contentOf, criteria } from './register.ts'

/** The version that was in force makes room for the new one. */
const supersede = async (ctx: Ctx): Promise<void> => {
  const { rows } = await sql<{ id: string }>`select id from risk_criteria where org_id = ${ctx.org.id} and state = 'approved' for update`.execute(ctx.tx)
  if (rows.length > 0) await updateRecords(ctx, criteria, rows.map(({ id }) => ({ id, values: { state: 'superseded' } })), undefined, 'updated', { recordedAs: 'superseded' })
}

/**
 * Approval of risk criteria by top management (ISO/IEC 27001 5.1, 6.1.2). Whoever of top management drafted them may
 * approve them, too: in a small company the manager of the ISMS is one of its managers.
 */
export const criteriaApproval: ApprovalKind = {
  kind: 'riskCriteria',
  label: { en: 'Risk criteria', 'zh-CN': '风险准则' },
  selfApproval: true,
  snapshot: async (ctx, { recordId }) => {
    const [row] = await rowsByIds(ctx, criteria, [recordId])
    return row === undefined ? null : contentOf(row)
  },
  onRequested: async (ctx, { recordId }) => {
    await updateRecords(ctx, criteria, [{ id: recordId, values: { state: 'inReview' } }], undefined, 'updated', { recordedAs: 'submitted' })
  },
  onDecided: async (ctx, { recordId, snapshotHash, decisions }, outcome) => {
    if (outcome !== 'approved') {
      await updateRecords(ctx, criteria, [{ id: recordId, values: { state: 'draft' } }], decisions.findLast((d) => d.decision === 'reject')?.comment ?? undefined, 'updated', { recordedAs: outcome })
      return
    }
    await supersede(ctx)
    await updateRecords(ctx, criteria, [{ id: recordId, values: { state: 'approved', approvedAt: ctx.now.toISOString(), frozenHash: snapshotHash } }], undefined, 'updated', { recordedAs: 'approved' })
  },
}
